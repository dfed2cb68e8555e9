package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.http.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do and read what, at the interface: all there is, by every role of every side. Acts are on what is over, or say
 * nothing, so that they change nothing: who may ever do them is told that it is too late or not said; all others are told
 * neither (see {@code acts.csv}).
 */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ActsResourceTest {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> EVERYWHERE = Set.of("home", "party", "other");
    private static final String STALE = "\"stale\"";

    private static String partner = "";
    private static String other = "";
    private static Map<String, String> over = Map.of();

    /** An act, and who may do it: sides with their roles, or persons whatever their role. */
    record Act(String method, String path, String sent, Set<String> by, int answer) {
        static Act of(String line) {
            String[] columns =
                    Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            String[] act = columns[0].split(" ");
            return new Act(act[0], act[1], columns[1], Set.of(columns[2].split(" ")), Integer.parseInt(columns[3]));
        }

        boolean isFor(Somebody somebody) {
            return by.stream()
                    .map(each -> each.split(":"))
                    .anyMatch(each -> each[0].equals(somebody.side())
                            && (each.length == 1 || List.of(each[1].split(",")).contains(somebody.role())));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Anybody of a side, or somebody whom the situation knows by name, with one role or none. */
    record Somebody(String side, String role) {
        RequestSpecification asked() {
            TestTokens token = token().assurance("otp");
            return as(role.equals("none") ? token : token.roles(role));
        }

        private TestTokens token() {
            return switch (side) {
                case "home" -> TestTokens.token("somebody");
                case "party" -> TestTokens.token("somebody").partner(partner);
                case "other" -> TestTokens.token("somebody").partner(other);
                case "asker" -> TestTokens.token(partner + "-analyst").partner(partner);
                case "trainer" -> TestTokens.token("trainer").partner(partner);
                default -> TestTokens.token(side);
            };
        }
    }

    static List<Act> acts() throws IOException {
        try (InputStream table = Objects.requireNonNull(ActsResourceTest.class.getResourceAsStream("/acts.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("act |"))
                    .map(Act::of)
                    .toList();
        }
    }

    static List<Act> actsOnWhatThereIs() throws IOException {
        return acts().stream().filter(act -> act.answer() == 409).toList();
    }

    @BeforeEach
    void everythingIsOver() throws Exception {
        if (over.isEmpty()) {
            partner = registeredPartner();
            other = registeredPartner();
            over = Over.everything(partner);
        }
    }

    @ParameterizedTest
    @MethodSource("acts")
    void isForThoseOnly(Act act) {
        // given
        List<Somebody> all = everybody(act);

        // when
        Map<Somebody, Integer> answers =
                all.stream().collect(Collectors.toMap(somebody -> somebody, somebody -> answer(act, somebody.asked())));

        // then
        assertThat(all)
                .filteredOn(somebody -> answers.get(somebody) == act.answer())
                .containsExactlyElementsOf(all.stream().filter(act::isFor).toList());
        assertThat(answers.values()).isSubsetOf(act.answer(), 403, 404);
    }

    @ParameterizedTest
    @MethodSource("actsOnWhatThereIs")
    void nobodyLearnsByAStaleTagWhatTheyMayNotRead(Act act) {
        // given
        String read = read(act);

        // when
        List<Somebody> told = everybody(act).stream()
                .filter(somebody -> answer(act, somebody.asked().header("If-Match", STALE)) == 412)
                .toList();

        // then
        assertThat(told)
                .allSatisfy(somebody ->
                        assertThat(somebody.asked().get(read).statusCode()).isEqualTo(200));
    }

    @Test
    void isEveryActThatThereIs() throws IOException {
        // given
        String interfaces = RestAssured.get("/access/openapi?format=json").asString();

        // when
        List<String> published = new ArrayList<>();
        new ObjectMapper().readTree(interfaces).path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> published.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        // then
        assertThat(acts())
                .map(Act::toString)
                .containsExactlyInAnyOrderElementsOf(published.stream()
                        .filter(act -> METHODS.contains(act.split(" ")[0]) && !act.contains(" /access/pages/"))
                        .toList());
    }

    private static List<Somebody> everybody(Act act) {
        Set<String> sides = new LinkedHashSet<>(EVERYWHERE);
        act.by().forEach(by -> sides.add(by.split(":")[0]));
        List<String> roles = new ArrayList<>(List.of("none"));
        Stream.of(Role.values()).map(Role::wireName).forEach(roles::add);
        return sides.stream()
                .flatMap(side -> roles.stream().map(role -> new Somebody(side, role)))
                .toList();
    }

    private static int answer(Act act, RequestSpecification by) {
        if (act.method().equals("GET")) {
            return by.get(path(act) + (act.sent().isEmpty() ? "" : "?" + sent(act)))
                    .statusCode();
        }
        RequestSpecification request = act.sent().isEmpty() ? by : by.body(sent(act));
        return request.request(act.method(), path(act)).statusCode();
    }

    private static String sent(Act act) {
        return act.sent()
                .replace("PARTNER", partner)
                .replace("TERMS", terms(partner))
                .replace("REASON", Over.REASON)
                .replace("LATER", Trusted.LATER.toString())
                .replace("GRANT", over.get("{grant}"))
                .replace("AGREEMENT", last(over.get("/access/agreements/{id}")));
    }

    private static String path(Act act) {
        String template = template(act);
        return thing(act) + act.path().substring(template.length()).replace("{grant}", over.get("{grant}"));
    }

    /** Where that stands which the act is about, or that of which it makes one. */
    private static String thing(Act act) {
        return over.getOrDefault(template(act), "");
    }

    /** Where it is read. */
    private static String read(Act act) {
        return act.path().contains("{kid}")
                ? "/access/partners/" + partner + "/keys"
                : thing(act).replace("agreement-drafts", "agreements");
    }

    private static String template(Act act) {
        return over.keySet().stream()
                .filter(act.path()::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
