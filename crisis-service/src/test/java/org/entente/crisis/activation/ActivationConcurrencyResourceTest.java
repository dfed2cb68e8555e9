package org.entente.crisis.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.crisis.Crisis.activation;
import static org.entente.crisis.Crisis.agreedPlan;
import static org.entente.crisis.Crisis.authority;
import static org.entente.crisis.Crisis.indicator;
import static org.entente.crisis.Crisis.officer;
import static org.entente.crisis.Crisis.signal;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivationConcurrencyResourceTest {

    @Test
    void putsAPlanInForceOnceHoweverManyAskAtOnce() {
        String plan = planThatTheSignalsCallFor();

        List<CompletableFuture<Response>> requests = IntStream.range(0, 6)
                .mapToObj(ignored -> CompletableFuture.supplyAsync(() -> request(plan)))
                .toList();

        assertThat(requests.stream().map(CompletableFuture::join).map(Response::statusCode))
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @RepeatedTest(5)
    void leavesNothingInForceWhenAPartyWithdrawsMeanwhile() {
        String plan = planThatTheSignalsCallFor();

        CompletableFuture<Response> requested = CompletableFuture.supplyAsync(() -> request(plan));
        CompletableFuture<Response> withdrawn = CompletableFuture.supplyAsync(() -> withdraw(plan));

        assertThat(withdrawn.join().statusCode()).isEqualTo(200);
        Stream.of(requested.join())
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("id"))
                .forEach(activation -> authority()
                        .get("/crisis/activations/{id}", activation)
                        .then()
                        .body("state", equalTo("ended")));
    }

    private static String planThatTheSignalsCallFor() {
        String indicator = indicator();
        String plan = agreedPlan(indicator, "XBB");
        signal(indicator, 100);
        return plan;
    }

    private static Response request(String plan) {
        return authority().body(activation(plan, "PT30M")).post("/crisis/activations");
    }

    private static Response withdraw(String plan) {
        return officer("XBB").body(Map.of("reason", "Trust is lost")).post("/crisis/plans/{id}/withdrawal", plan);
    }
}
