package org.entente.benchmarks.xacml;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expressions of XACML 3.0, written. */
final class Xml {
    private Xml() {}

    static String and(Stream<String> terms) {
        return apply("urn:oasis:names:tc:xacml:1.0:function:and", terms.collect(Collectors.joining()));
    }

    static String not(String term) {
        return apply("urn:oasis:names:tc:xacml:1.0:function:not", term);
    }

    /** Whether the value of the one attribute is among those of the other. */
    static String isIn(Attribute one, Attribute many) {
        return apply(one.type().function("is-in"), one(one) + designator(many));
    }

    static String isSubset(Attribute attribute, List<String> words) {
        return apply(attribute.type().function("subset"), designator(attribute) + bag(words));
    }

    static String isSubset(Attribute inner, Attribute outer) {
        return apply(inner.type().function("subset"), designator(inner) + designator(outer));
    }

    /** A comparison like {@code less-than-or-equal} with a number. */
    static String compare(Attribute attribute, String comparison, long number) {
        return apply(attribute.type().function(comparison), one(attribute) + value(attribute.type(), "" + number));
    }

    static String compare(Attribute attribute, String comparison, Attribute other) {
        return apply(attribute.type().function(comparison), one(attribute) + one(other));
    }

    static String target(Stream<String> anyOfs) {
        return anyOfs.collect(Collectors.joining("", "<Target>", "</Target>"));
    }

    /** Whether one of the words stands in that relation to the attribute. */
    static String any(Attribute attribute, String function, List<String> words) {
        return words.stream()
                .map(word -> "<AllOf>" + match(attribute, function, word) + "</AllOf>")
                .collect(Collectors.joining("", "<AnyOf>", "</AnyOf>"));
    }

    static String all(Stream<String> matches) {
        return matches.collect(Collectors.joining("", "<AnyOf><AllOf>", "</AllOf></AnyOf>"));
    }

    /** Whether the number, which stands first in a match, compares so with the attribute. */
    static String match(Attribute attribute, String comparison, long number) {
        return match(attribute, attribute.type().function(comparison), "" + number);
    }

    private static String match(Attribute attribute, String function, String literal) {
        return "<Match MatchId='" + function + "'>" + value(attribute.type(), literal) + designator(attribute)
                + "</Match>";
    }

    private static String apply(String function, String arguments) {
        return "<Apply FunctionId='" + function + "'>" + arguments + "</Apply>";
    }

    private static String one(Attribute attribute) {
        return apply(attribute.type().function("one-and-only"), designator(attribute));
    }

    private static String bag(List<String> words) {
        return apply(
                Attribute.Type.STRING.function("bag"),
                words.stream().map(word -> value(Attribute.Type.STRING, word)).collect(Collectors.joining()));
    }

    private static String designator(Attribute attribute) {
        return "<AttributeDesignator Category='%s' AttributeId='%s' DataType='%s' MustBePresent='false'/>"
                .formatted(
                        attribute.category(), attribute.id(), attribute.type().uri());
    }

    private static String value(Attribute.Type type, String text) {
        return "<AttributeValue DataType='" + type.uri() + "'>" + text + "</AttributeValue>";
    }
}
