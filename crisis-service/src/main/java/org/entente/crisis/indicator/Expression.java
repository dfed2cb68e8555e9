package org.entente.crisis.indicator;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What must be so of indicators, in CEL: {@code level(i)}, {@code peak(i, 'PT1H')}, {@code mean(i, 'PT1H')}, {@code count(i, 50.0,
 * 'PT1H')} and {@code sources(i, 50.0, 'PT1H')}, compared and combined. There are no loops in it, so its cost is bounded by its length.
 */
public final class Expression {
    private static final int LONGEST = 2000;
    private static final int DEEPEST = 32;
    private static final Duration FURTHEST = Duration.ofDays(30);
    private static final Set<String> FUNCTIONS = Set.of("level", "peak", "mean", "count", "sources");
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseErrorRecoveryLimit(1)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
    private static final int MOST_KNOWN = 1_000;
    /** Compiling takes milliseconds, and rules and criteria are looked at again and again: those used last are kept. */
    private static final Map<String, Expression> KNOWN =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
                    return size() > MOST_KNOWN;
                }
            });

    private final String source;
    private final CelRuntime.Program program;
    private final Set<String> indicators;

    private Expression(String source, CelRuntime.Program program, Set<String> indicators) {
        this.source = source;
        this.program = program;
        this.indicators = indicators;
    }

    /** Checks syntax and types and the names of indicators; throws {@link RefusedExpressionException} where one is not in order. */
    public static Expression of(String source) {
        Expression known = KNOWN.get(source);
        if (known != null) {
            return known;
        }
        Expression compiled = compiled(source);
        KNOWN.put(source, compiled);
        return compiled;
    }

    private static Expression compiled(String source) {
        CelValidationResult result = COMPILER.compile(source);
        if (result.hasError()) {
            throw new RefusedExpressionException(
                    "is no expression: " + result.getErrors().get(0).getMessage());
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            if (!tree.getResultType().equals(SimpleType.BOOL)) {
                throw new RefusedExpressionException("must be true or false");
            }
            return new Expression(source, RUNTIME.createProgram(tree), checked(tree));
        } catch (CelValidationException | CelEvaluationException fault) {
            throw new RefusedExpressionException("is no expression: " + fault.getMessage());
        }
    }

    public String source() {
        return source;
    }

    /** The indicators that it reads. */
    public Set<String> indicators() {
        return indicators;
    }

    /** Whether it is so; what cannot be told is not so. */
    public boolean isMet(Readings readings) {
        try {
            return Boolean.TRUE.equals(program.eval(Map.of(), functions(readings)));
        } catch (CelEvaluationException | RuntimeException fault) {
            return false;
        }
    }

    /** Names and windows stand there as such, so that it is known beforehand what is read and how far back. */
    private static Set<String> checked(CelAbstractSyntaxTree tree) {
        Set<String> indicators = new TreeSet<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .filter(expression -> expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
                .map(CelExpr::call)
                .filter(call -> FUNCTIONS.contains(call.function()))
                .forEach(call -> {
                    indicators.add(text(call, 0));
                    if (call.args().size() > 1) {
                        window(text(call, call.args().size() - 1));
                    }
                });
        if (indicators.isEmpty()) {
            throw new RefusedExpressionException("reads no indicator");
        }
        return indicators.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static String text(CelExpr.CelCall call, int place) {
        CelExpr argument = call.args().get(place);
        if (argument.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || argument.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            throw new RefusedExpressionException("must write out names and durations in " + call.function());
        }
        return argument.constant().stringValue();
    }

    private static Duration window(String text) {
        try {
            Duration window = Duration.parse(text);
            if (!window.isNegative() && !window.isZero() && window.compareTo(FURTHEST) <= 0) {
                return window;
            }
        } catch (DateTimeParseException fault) {
            // Refused like one that is too long.
        }
        throw new RefusedExpressionException("must look back by a duration such as PT1H, at most " + FURTHEST);
    }

    /** The readings are of one evaluation and change only by what it asks about. */
    @SuppressWarnings("Immutable")
    private static CelFunctionResolver functions(Readings readings) {
        return CelLateFunctionBindings.from(
                CelFunctionBinding.from("level", String.class, readings::level),
                CelFunctionBinding.from(
                        "peak", String.class, String.class, (name, within) -> readings.peak(name, window(within))),
                CelFunctionBinding.from(
                        "mean", String.class, String.class, (name, within) -> readings.mean(name, window(within))),
                CelFunctionBinding.from(
                        "count",
                        List.of(String.class, Double.class, String.class),
                        stated -> readings.count((String) stated[0], (Double) stated[1], window((String) stated[2]))),
                CelFunctionBinding.from(
                        "sources",
                        List.of(String.class, Double.class, String.class),
                        stated ->
                                readings.sources((String) stated[0], (Double) stated[1], window((String) stated[2]))));
    }

    private static CelCompiler compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .addFunctionDeclarations(
                        declared("level", SimpleType.DOUBLE, SimpleType.STRING),
                        declared("peak", SimpleType.DOUBLE, SimpleType.STRING, SimpleType.STRING),
                        declared("mean", SimpleType.DOUBLE, SimpleType.STRING, SimpleType.STRING),
                        declared("count", SimpleType.INT, SimpleType.STRING, SimpleType.DOUBLE, SimpleType.STRING),
                        declared("sources", SimpleType.INT, SimpleType.STRING, SimpleType.DOUBLE, SimpleType.STRING))
                .build();
    }

    private static CelFunctionDecl declared(String name, CelType result, CelType... parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name, result, parameters));
    }
}
