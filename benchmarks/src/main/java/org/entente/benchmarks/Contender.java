package org.entente.benchmarks;

import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.access.decision.DeciderEngine;
import org.entente.benchmarks.cedar.CedarEngine;
import org.entente.benchmarks.decider.StoredPolicy;
import org.entente.benchmarks.loop.HandLoop;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Workload;
import org.entente.benchmarks.xacml.AuthzforceEngine;

/** Who is measured. */
public enum Contender {
    DECIDER(DeciderEngine::new, workload -> StoredPolicy.of(workload)::compile),
    AUTHZFORCE(AuthzforceEngine::new, AuthzforceEngine::compilation),
    CEDAR(CedarEngine::whole, CedarEngine::compilation),
    CEDAR_PER_PARTNER(CedarEngine::perPartner, CedarEngine::compilationPerPartner),
    LOOP(HandLoop::new, workload -> () -> new HandLoop(workload));

    private final Function<Workload, Engine<?>> engine;
    private final Function<Workload, Supplier<Object>> compilation;

    Contender(Function<Workload, Engine<?>> engine, Function<Workload, Supplier<Object>> compilation) {
        this.engine = engine;
        this.compilation = compilation;
    }

    Engine<?> engine(Workload workload) {
        return engine.apply(workload);
    }

    /** Makes of the policy, in the form in which it is stored, what decides. */
    Supplier<Object> compilation(Workload workload) {
        return compilation.apply(workload);
    }
}
