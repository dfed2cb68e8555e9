package org.entente.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entente.benchmarks.workload.Size;
import org.entente.benchmarks.workload.Workload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes after a change of policy until the whole of it can be decided on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBenchmark {

    @Param({"1/1", "100/40", "1000/40", "10000/40", "10000/1000"})
    public String size = "";

    @Param
    public Contender contender = Contender.LOOP;

    @SuppressWarnings("NullAway.Init")
    private Supplier<Object> compilation;

    @Setup
    public void store() {
        compilation = contender.compilation(Workload.of(Size.parse(size), 0));
    }

    @Benchmark
    public Object compile() {
        return compilation.get();
    }
}
