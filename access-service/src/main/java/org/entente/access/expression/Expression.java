package org.entente.access.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A compiled expression; it depends on the facts alone, so that the same facts always give the same outcome. */
public final class Expression {
    private static final int MOST_REMEMBERED = 10_000;
    /** Policy is compiled anew with every change of it, and most of its expressions are the ones of before. */
    private static final Map<String, Expression> REMEMBERED = Collections.synchronizedMap(new Recent());

    private final @Nullable Program program;
    private final double cost;
    private final Set<String> ofResource;

    private Expression(@Nullable Program program, double cost, Set<String> ofResource) {
        this.program = program;
        this.cost = cost;
        this.ofResource = ofResource;
    }

    private static final class Recent extends LinkedHashMap<String, Expression> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }

    /**
     * Checks syntax, types, sizes and the worst case of its cost, and compiles.
     *
     * @throws RefusedExpressionException where one of them is not in order
     */
    public static Expression of(String source) throws RefusedExpressionException {
        Expression known = REMEMBERED.get(source);
        if (known != null) {
            return known;
        }
        CelAbstractSyntaxTree tree = Language.checked(source);
        Expression compiled = new Expression(Language.program(tree), Cost.of(tree), ofResource(tree));
        REMEMBERED.put(source, compiled);
        return compiled;
    }

    /** One that was taken before; if it is not taken any more, it is never met. */
    public static Expression orNever(String source) {
        try {
            return of(source);
        } catch (RefusedExpressionException | RuntimeException fault) {
            return new Expression(null, 0, Set.of());
        }
    }

    private static Set<String> ofResource(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.SELECT)
                .map(node -> node.expr().select())
                .filter(select -> select.operand().getKind() == Kind.IDENT)
                .filter(select -> select.operand().ident().name().equals(Facts.RESOURCE))
                .map(CelSelect::field)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The members of the resource that it names. */
    public Set<String> ofResource() {
        return ofResource;
    }

    /** The most that an evaluation can cost, in elementary steps. */
    public double cost() {
        return cost;
    }

    public Outcome outcome(Facts facts) {
        if (program == null || !facts.isReadable()) {
            return Outcome.FAILED;
        }
        try {
            return Boolean.TRUE.equals(program.eval(facts.variables())) ? Outcome.MET : Outcome.UNMET;
        } catch (CelEvaluationException | RuntimeException fault) {
            // Whatever it is: a condition that cannot be evaluated is not met (G1).
            return Outcome.FAILED;
        }
    }
}
