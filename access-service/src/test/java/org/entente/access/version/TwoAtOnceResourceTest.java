package org.entente.access.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.version.Thing.REASON;
import static org.entente.access.version.Thing.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two officers act on what both have read: one does, the other learns what it has become, whatever it is. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class TwoAtOnceResourceTest {

    @ParameterizedTest
    @EnumSource
    void oneActsAndTheOtherLearnsWhatItHasBecome(Thing thing) {
        // given
        Contest contest = thing.contest(registeredPartner());

        // when
        List<Response> answers = together(
                () -> contest.one().on(contest.tag()), () -> contest.other().on(contest.tag()));

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
        List<Response> answers = together(Stream.<Supplier<Response>>generate(() -> () ->
                        post(asLiaison("officer"), path + "/withdrawal", REASON).on(tag))
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
}
