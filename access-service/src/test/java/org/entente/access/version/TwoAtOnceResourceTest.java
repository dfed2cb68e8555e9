package org.entente.access.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.routes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.access.Access;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two officers act on what both have read: one does, the other learns what it has become, whatever it is. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class TwoAtOnceResourceTest {

    /** What two can come to at once, with what each does there, and where it is read afterwards. */
    enum Thing {
        AGREEMENT {
            @Override
            Contest contest(String partner) {
                String path = "/access/agreements/" + inForce(partner);
                return new Contest(
                        path,
                        new Act(Access.asLiaison(), Method.POST, path + "/suspension", REASON),
                        new Act(asOfficerOf(partner), Method.POST, path + "/end", REASON),
                        "state");
            }
        },
        GRANT {
            @Override
            Contest contest(String partner) {
                String path = "/access/grants/" + granted(inForce(partner), 2);
                return new Contest(
                        path,
                        new Act(asLiaison("one"), Method.POST, path + "/withdrawal", REASON),
                        new Act(
                                asLiaison("two"),
                                Method.POST,
                                path + "/narrowing",
                                "{\"to\": {\"tier\": 1}, \"reason\": \"Enough.\"}"),
                        "state");
            }
        },
        REQUEST {
            @Override
            Contest contest(String partner) {
                routes("PT2H");
                String path = "/access/requests/" + submitted(partner);
                return new Contest(
                        path,
                        new Act(
                                asLiaison("officer"),
                                Method.POST,
                                path + "/refusal",
                                "{\"reason\": \"not-now\", \"rationale\": \"Later.\"}"),
                        new Act(
                                asLiaison("colleague"),
                                Method.POST,
                                path + "/routing",
                                "{\"agency\": \"XAA-NAVY\", \"reason\": \"Harbours.\"}"),
                        "state");
            }
        },
        REVIEW_LINE {
            @Override
            Contest contest(String partner) {
                String grant = granted(inForce(partner), 2);
                String review = ordered(partner);
                String line = "/access/reviews/" + review + "/decisions/" + grant;
                return new Contest(
                        null,
                        new Act(asLiaison("one"), Method.PUT, line, "{\"verdict\": \"keep\", \"reason\": \"Used.\"}"),
                        new Act(
                                asLiaison("two"),
                                Method.PUT,
                                line,
                                "{\"verdict\": \"revoke\", \"reason\": \"Unused.\"}"),
                        "line.decision.verdict");
            }
        },
        CAMPAIGN {
            @Override
            Contest contest(String partner) {
                String review = "/access/reviews/" + ordered(partner);
                Act closing = new Act(asLiaison("one"), Method.POST, review + "/closing", "");
                return new Contest(
                        review, closing, new Act(asLiaison("two"), Method.POST, review + "/closing", ""), "state");
            }
        },
        MESSAGE {
            @Override
            Contest contest(String partner) {
                routes("PT2H");
                String path = "/access/messages/" + drafted(partner);
                return new Contest(
                        path,
                        new Act(
                                asLiaison("officer"),
                                Method.POST,
                                path + "/coordination",
                                "{\"agencies\": [\"XAA-NAVY\"]}"),
                        new Act(asLiaison("chief"), Method.POST, path + "/discarding", ""),
                        "state");
            }
        };

        abstract Contest contest(String partner);
    }

    private static final String REASON = "{\"reason\": \"Because.\"}";

    /** Something that somebody does. */
    record Act(RequestSpecification by, Method method, String path, String body) {
        Response on(String tag) {
            return by.header("If-Match", tag).body(body).request(method, path);
        }
    }

    /** What two do, both of whom have read the same; nothing is to be read where the first version is known. */
    record Contest(String read, Act one, Act other, String member) {
        String tag() {
            return read == null ? "\"0\"" : Access.asLiaison().get(read).header("ETag");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneActsAndTheOtherLearnsWhatItHasBecome(Thing thing) {
        // given
        Contest contest = thing.contest(registeredPartner());
        String tag = contest.tag();

        // when
        List<Response> answers =
                together(() -> contest.one().on(tag), () -> contest.other().on(tag));

        // then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        Response first = answers.get(0).statusCode() == 200 ? answers.get(0) : answers.get(1);
        Response late = answers.get(0).statusCode() == 412 ? answers.get(0) : answers.get(1);
        Object became = first.path(contest.member());
        assertThat((Object) late.path("current." + contest.member()))
                .isNotNull()
                .isEqualTo(became);
    }

    @Test
    void ofManyOneActs() {
        // given
        String path = "/access/grants/" + granted(inForce(registeredPartner()), 2);
        String tag = asLiaison("officer").get(path).header("ETag");

        // when
        List<Response> answers = together(Stream.<Supplier<Response>>generate(
                        () -> () -> new Act(asLiaison("officer"), Method.POST, path + "/withdrawal", REASON).on(tag))
                .limit(8)
                .<Supplier<Response>>toArray(Supplier[]::new));

        // then
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
    }

    @SafeVarargs
    private static List<Response> together(Supplier<Response>... acts) {
        List<CompletableFuture<Response>> begun =
                Stream.of(acts).map(CompletableFuture::supplyAsync).toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }

    private static String submitted(String partner) {
        return asAnalystOf(partner)
                .body("{\"tier\": 1, \"categories\": [\"situational-awareness\"], \"purposes\": [\"cyber-defence\"],"
                        + " \"until\": \"2090-01-01T00:00:00Z\", \"why\": \"w\"}")
                .post("/access/requests")
                .path("id");
    }

    private static String ordered(String partner) {
        return asLiaison("reviewer")
                .body("{\"partner\": \"" + partner + "\", \"title\": \"t\", \"within\": \"P7D\"}")
                .post("/access/reviews")
                .path("id");
    }

    private static String drafted(String partner) {
        return asLiaison("officer")
                .body("{\"partner\": \"" + partner + "\", \"about\": \"refused\", \"title\": \"t\", \"text\": \"why\"}")
                .post("/access/messages")
                .path("id");
    }
}
