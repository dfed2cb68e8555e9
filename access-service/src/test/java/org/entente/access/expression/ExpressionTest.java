package org.entente.access.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final JsonNode REQUEST = json("""
            {"subject": {"type": "person", "id": "a3f1", "futureField": 1,
               "properties": {"type": "forged", "assurance": "otp", "nationalities": ["XBB", "XCC"], "rank": null, "age": 41,
                              "share": 0.5, "leader": true, "name": "Harbour", "unit": {"code": "N2"}}},
             "action": {"name": "view"},
             "resource": {"type": "asset", "id": "9b2e", "properties": {"originator": "XAA", "portions": [{"id": "p1"}]}},
             "context": {"purpose": "cyber-defence", "instant": "1999-01-01T00:00:00Z"}}""");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "subject.assurance == 'otp' && context.purpose == 'cyber-defence' | MET",
                "subject.properties.assurance == 'otp' | MET",
                "subject.type == 'person' && subject.id == 'a3f1' | MET",
                "action.name == 'view' && resource.originator == 'XAA' | MET",
                "'XBB' in subject.nationalities | MET",
                "subject.nationalities.all(n, n in ['XBB', 'XCC']) | MET",
                "subject.nationalities.exists(n, n == 'XDD') | UNMET",
                "subject.age >= 18 && subject.share < 1 | MET",
                "subject.leader == true && subject.unit.code == 'N2' | MET",
                "context.instant > timestamp('2026-01-01T00:00:00Z') | MET",
                "context.instant.getHours('Europe/Paris') == 14 | MET",
                "subject.name.matches('^Har.*$') | MET",
                "has(subject.rank) | UNMET",
                "has(subject.futureField) | UNMET",
                "has(resource.portions) | UNMET",
                "subject.rank == 'general' | FAILED",
                "subject.missing == 'x' | FAILED",
                "subject.age > 'x' | FAILED",
                "1 / (subject.age - 41) == 0 | FAILED",
                "int(subject.name) > 1 | FAILED",
                "subject.nationalities[7] == 'XBB' | FAILED",
                "subject.leader == 'yes' | UNMET"
            })
    void isMetOnlyIfItIsTrue(String source, Outcome expected) throws RefusedExpressionException {
        // given
        Expression expression = Expression.of(source);

        // when
        Outcome outcome = expression.outcome(Facts.of(REQUEST, NOW));

        // then
        assertThat(outcome).isEqualTo(expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a typo", "subject.assurance = 'otp'", "character"),
                Arguments.of("nothing", " ", "fault"),
                Arguments.of("an unknown variable", "user.id == 'a'", "user"),
                Arguments.of("types that do not meet", "1 + 'a' == 2", "overload"),
                Arguments.of("no yes or no", "subject.assurance", "true or false"),
                Arguments.of("a text for an answer", "'yes'", "true or false"),
                Arguments.of("a regular expression that is none", "subject.name.matches('(')", "regular expression"),
                Arguments.of("a huge text", "'" + "a".repeat(3000) + "' == subject.name", "size"),
                Arguments.of("deep parentheses", "(".repeat(900) + "true" + ")".repeat(900), "recursion"),
                Arguments.of("deep lists", "[".repeat(900) + "]".repeat(900) + " == []", "recursion"),
                Arguments.of("a long chain", "true" + "&&true".repeat(300), "node"),
                Arguments.of(
                        "loops over the request in loops over the request",
                        "subject.a.all(x, subject.b.all(y, subject.c.all(z, x != y)))",
                        "steps"),
                Arguments.of("a product of lists", "subject.a.exists(x, subject.b.exists(y, x == y))", "steps"),
                Arguments.of("loops of literals, nested", nested(9), "nested"),
                Arguments.of(
                        "growing lists",
                        "[1,2,3,4,5,6,7,8,9].map(a, [1,2,3,4,5,6,7,8,9].map(b,"
                                + " [1,2,3,4,5,6,7,8,9].map(c, [1,2,3,4,5,6,7,8,9].map(d, a)))).size() > 0",
                        "steps"),
                Arguments.of("a large regular expression", "subject.name.matches('(a{500}){2}')", "steps"),
                Arguments.of("a regular expression of the caller's", "subject.name.matches(subject.pattern)", "steps"),
                Arguments.of("a message of protobuf", "google.protobuf.Int32Value{value: 1} == 1", "undeclared"));
    }

    private static String nested(int depth) {
        return depth == 0 ? "true" : "[1].all(x" + depth + ", " + nested(depth - 1) + ")";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedAtOnce(String name, String source, String why) {
        assertThatThrownBy(() -> Expression.of(source))
                .isInstanceOf(RefusedExpressionException.class)
                .hasMessageContaining(why);
    }

    @Test
    void takesTheRegularExpressionsThatHangOthers() throws RefusedExpressionException {
        // given
        ObjectNode request = REQUEST.deepCopy();
        request.withObject("/subject/properties").put("name", "a".repeat(1023) + "b");
        Expression expression = Expression.of("subject.name.matches('^(a+)+$')");

        // when
        Outcome outcome = expression.outcome(Facts.of(request, NOW));

        // then
        assertThat(outcome).isEqualTo(Outcome.UNMET);
    }

    @Test
    void costsMoreTheMoreItLoopsOver() throws RefusedExpressionException {
        // given
        double plain = Expression.of("subject.id == 'a'").cost();

        // when
        double looping =
                Expression.of("subject.nationalities.exists(n, n == 'a')").cost();

        // then
        assertThat(plain).isLessThan(20);
        assertThat(looping).isBetween(20 * plain, Cost.LIMIT);
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("a long text", "\"" + "a".repeat(1025) + "\""),
                Arguments.of("a long list", "[" + "1,".repeat(100) + "1]"),
                Arguments.of("deep nesting", "[".repeat(17) + "]".repeat(17)),
                Arguments.of("many values", "[" + ("[" + "1,".repeat(98) + "1],").repeat(10) + "1]"),
                Arguments.of("much text", "[" + ("\"" + "a".repeat(1000) + "\",").repeat(17) + "1]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void isNeverMetByMoreThanItsCostReckonsWith(String name, String value) throws RefusedExpressionException {
        // given
        ObjectNode request = REQUEST.deepCopy();
        request.withObject("/subject/properties").set("much", json(value));

        // when
        Outcome outcome = Expression.of("true").outcome(Facts.of(request, NOW));

        // then
        assertThat(outcome).isEqualTo(Outcome.FAILED);
    }

    @Test
    void thatIsNotTakenAnyMoreIsNeverMet() {
        // given
        Expression expression = Expression.orNever("subject.");

        // when
        Outcome outcome = expression.outcome(Facts.of(REQUEST, NOW));

        // then
        assertThat(outcome).isEqualTo(Outcome.FAILED);
    }

    @Test
    void isSuppliedOnlyWithWhatIsNotStated() throws RefusedExpressionException {
        // given
        Facts facts = Facts.of(REQUEST, NOW);

        // when
        Facts supplied =
                facts.supplied(Facts.SUBJECT, Map.of("assurance", "hardware", "unitName", "N2", "id", "forged"));

        // then
        assertThat(Expression.of("subject.assurance == 'otp' && subject.unitName == 'N2' && subject.id == 'a3f1'"
                                + " && subject.properties.unitName == 'N2'")
                        .outcome(supplied))
                .isEqualTo(Outcome.MET);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
