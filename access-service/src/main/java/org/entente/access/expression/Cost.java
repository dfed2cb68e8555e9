package org.entente.access.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The worst case of an expression's cost, by induction over its checked tree: what each construct does at most, given the
 * most that its parts can be. What comes with a request is as large as {@link Reading} lets it be; a loop costs its body
 * times the elements it runs over; text is looked at ten characters a step; a regular expression (RE2, linear) costs the
 * text times the size of its program. Both branches of a choice are counted.
 */
final class Cost {
    static final double LIMIT = 10_000;

    private static final double PER_INSTRUCTION = 0.25;
    /** Loops in loops; the estimate itself looks at the body of a loop twice. */
    private static final int DEEPEST_LOOPS = 4;

    private final Map<String, Size> scope = new HashMap<>();
    private int loops;

    /** @param size of the result */
    private record Bound(double cost, Size size) {}

    private Cost() {
        List.of(Facts.SUBJECT, Facts.ACTION, Facts.RESOURCE, Facts.CONTEXT)
                .forEach(variable -> scope.put(variable, Size.REQUEST));
    }

    static double of(CelAbstractSyntaxTree tree) throws RefusedExpressionException {
        double cost = new Cost().bound(tree.getExpr()).cost();
        if (cost > LIMIT) {
            throw new RefusedExpressionException("can cost %.0f steps, of which %.0f are allowed; loop over less"
                    .formatted(Math.min(cost, 1e15), LIMIT));
        }
        return cost;
    }

    private Bound bound(CelExpr expression) throws RefusedExpressionException {
        return switch (expression.getKind()) {
            case CONSTANT -> new Bound(1, constant(expression.constant()));
            case IDENT -> new Bound(1, scope.getOrDefault(expression.ident().name(), Size.SCALAR));
            case SELECT -> select(expression.select());
            case CALL -> call(expression.call());
            case LIST -> literal(expression.list().elements());
            case MAP -> map(expression.map());
            case COMPREHENSION -> loop(expression.comprehension());
            case STRUCT, NOT_SET -> throw new RefusedExpressionException("has a part that is not allowed");
        };
    }

    private static Size constant(CelConstant constant) {
        if (constant.getKind() == CelConstant.Kind.STRING_VALUE) {
            return Size.text(constant.stringValue().length());
        }
        return constant.getKind() == CelConstant.Kind.BYTES_VALUE
                ? Size.text(constant.bytesValue().size())
                : Size.SCALAR;
    }

    private Bound select(CelExpr.CelSelect select) throws RefusedExpressionException {
        Bound operand = bound(select.operand());
        return new Bound(
                operand.cost() + 1,
                select.testOnly() ? Size.SCALAR : operand.size().member());
    }

    private Bound map(CelExpr.CelMap map) throws RefusedExpressionException {
        List<CelExpr> parts = new ArrayList<>();
        map.entries().forEach(entry -> parts.addAll(List.of(entry.key(), entry.value())));
        return literal(parts);
    }

    private Bound literal(List<CelExpr> parts) throws RefusedExpressionException {
        double cost = 1;
        Size each = Size.SCALAR;
        for (CelExpr part : parts) {
            Bound bound = bound(part);
            cost += bound.cost();
            each = each.max(bound.size());
        }
        return new Bound(cost, Size.list(parts.size(), each));
    }

    private Bound call(CelCall call) throws RefusedExpressionException {
        List<CelExpr> parts = new ArrayList<>(call.args());
        call.target().ifPresent(target -> parts.add(0, target));
        List<Size> sizes = new ArrayList<>();
        double cost = 1;
        for (CelExpr part : parts) {
            Bound bound = bound(part);
            cost += bound.cost();
            sizes.add(bound.size());
        }
        Size all = sizes.stream().reduce(Size.SCALAR, Size::max);
        return switch (call.function()) {
            case "_&&_", "_||_", "!_", "@not_strictly_false" -> new Bound(cost, Size.SCALAR);
            case "_?_:_" -> new Bound(cost, sizes.get(1).max(sizes.get(2)));
            case "_[_]" -> new Bound(cost, sizes.get(0).member());
            case "_==_", "_!=_" -> new Bound(cost + lesser(sizes.get(0), sizes.get(1)), Size.SCALAR);
            case "@in" -> new Bound(cost + among(sizes.get(0), sizes.get(1)), Size.SCALAR);
            case "_+_" -> sum(cost, sizes.get(0), sizes.get(1));
            case "matches" -> new Bound(cost + matching(sizes.get(0), parts.get(1), sizes.get(1)), Size.SCALAR);
            case "contains" ->
                new Bound(cost + looking(sizes.get(0)) * Math.max(1, looking(sizes.get(1))), Size.SCALAR);
            default ->
                new Bound(cost + sizes.stream().mapToDouble(Cost::looking).sum(), all);
        };
    }

    private static double looking(Size text) {
        return Size.PER_CHARACTER * text.characters();
    }

    /** Two values are compared until they differ. */
    private static double lesser(Size one, Size other) {
        return Math.min(one.weight(), other.weight());
    }

    private static double among(Size value, Size list) {
        return Math.min(list.weight() + list.elements(), list.elements() * (1 + lesser(value, list.item())));
    }

    private static Bound sum(double cost, Size one, Size other) {
        Size both = one.plus(other);
        return new Bound(cost + looking(both) + Size.PER_CHARACTER * both.elements(), both);
    }

    private static double matching(Size text, CelExpr regex, Size size) throws RefusedExpressionException {
        if (regex.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return looking(text) * size.characters() * PER_INSTRUCTION;
        }
        try {
            int instructions = Pattern.compile(regex.constant().stringValue()).programSize();
            return looking(text) * instructions * PER_INSTRUCTION;
        } catch (PatternSyntaxException exception) {
            throw new RefusedExpressionException("has a regular expression that is none: " + exception.getMessage());
        }
    }

    /** A macro: its accumulator grows in every round by as much as it does in the first. */
    private Bound loop(CelComprehension loop) throws RefusedExpressionException {
        if (++loops > DEEPEST_LOOPS) {
            throw new RefusedExpressionException("has loops nested more than " + DEEPEST_LOOPS + " deep");
        }
        Bound range = bound(loop.iterRange());
        Bound start = bound(loop.accuInit());
        double rounds = range.size().elements();
        Map<String, Size> outer = new HashMap<>(scope);
        scope.put(loop.iterVar(), range.size().item());
        if (!loop.iterVar2().isEmpty()) {
            scope.put(loop.iterVar2(), range.size().item());
        }
        scope.put(loop.accuVar(), start.size());
        Size first = bound(loop.loopStep()).size();
        Size grown = new Size(
                start.size().elements()
                        + rounds * Math.max(0, first.elements() - start.size().elements()),
                first.characters(),
                start.size().weight()
                        + rounds * Math.max(0, first.weight() - start.size().weight()),
                first.each());
        scope.put(loop.accuVar(), grown);
        double round =
                1 + bound(loop.loopCondition()).cost() + bound(loop.loopStep()).cost();
        Bound result = bound(loop.result());
        scope.clear();
        scope.putAll(outer);
        loops--;
        return new Bound(range.cost() + start.cost() + rounds * round + result.cost(), result.size());
    }
}
