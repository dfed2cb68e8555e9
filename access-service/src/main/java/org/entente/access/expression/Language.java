package org.entente.access.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;

/** The language: standard CEL over four variables, with everything bounded that CEL lets one bound. */
final class Language {
    private static final int LONGEST = 2000;
    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 500;
    /** A second fence behind the estimate of {@link Cost}: all loops of one evaluation together. */
    private static final int MOST_ITERATIONS = 10_000;

    private static final int LARGEST_REGEX = 1000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseExpressionNodeCount(MOST_NODES)
            .maxParseErrorRecoveryLimit(1)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxRegexProgramSize(LARGEST_REGEX)
            // JSON does not tell 5 from 5.0, so neither may a comparison.
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private Language() {}

    /** Parses and checks types; what is true or false and nothing else is an expression here. */
    static CelAbstractSyntaxTree checked(String source) throws RefusedExpressionException {
        CelValidationResult result = COMPILER.compile(source);
        if (result.hasError()) {
            throw new RefusedExpressionException(told(result.getErrors().get(0)));
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            if (!tree.getResultType().equals(SimpleType.BOOL)) {
                throw new RefusedExpressionException("must be true or false, and has the type "
                        + tree.getResultType().name() + "; a property is compared: … == true");
            }
            return tree;
        } catch (CelValidationException exception) {
            throw new RefusedExpressionException("is not an expression: " + exception.getMessage());
        }
    }

    static Program program(CelAbstractSyntaxTree tree) throws RefusedExpressionException {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException exception) {
            throw new RefusedExpressionException("cannot be evaluated: " + exception.getMessage());
        }
    }

    private static String told(CelIssue issue) {
        int column = issue.getSourceLocation().getColumn();
        return (column < 0 ? "is not taken: " : "has a fault at character " + (column + 1) + ": ") + issue.getMessage();
    }

    private static CelCompiler compiler() {
        MapType stated = MapType.create(SimpleType.STRING, SimpleType.DYN);
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar(Facts.SUBJECT, stated)
                .addVar(Facts.RESOURCE, stated)
                .addVar(Facts.ACTION, stated)
                .addVar(Facts.CONTEXT, stated)
                .build();
    }
}
