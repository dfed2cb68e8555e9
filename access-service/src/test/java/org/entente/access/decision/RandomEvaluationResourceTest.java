package org.entente.access.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of damaged questions of a partner that has no grant: each is denied or refused; a failing seed repeats. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class RandomEvaluationResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> CLEAR = Set.of(400, 413, 415, 422);
    private static final int REQUESTS = 1_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token = TestTokens.token("enforcement-point")
            .roles("policy-enforcement-point")
            .audience("access-service")
            .sign();

    @TestHTTPResource("/access/v1/")
    URI endpoints;

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"evaluation, 1", "evaluation, 20261123", "evaluations, 2", "evaluations, 20261124"})
    void isDeniedOrRefused(String endpoint, long seed) throws IOException, InterruptedException {
        // given
        String partner = registeredPartner();
        inForce(partner);
        String one = view(partner);
        String several = one.substring(0, one.lastIndexOf('}'))
                + ", \"options\": {\"evaluations_semantic\": \"execute_all\"},"
                + " \"evaluations\": [{}, {\"action\": {\"name\": \"discover\"}}, {\"resource\": {\"id\": \"other\"}}]}";
        RandomRequests requests = new RandomRequests(new Random(seed), endpoint.equals("evaluation") ? one : several);
        Set<Integer> seen = new TreeSet<>();

        for (int number = 0; number < REQUESTS; number++) {
            byte[] request = requests.next();

            // when
            HttpResponse<String> answer = send(endpoint, request);

            // then
            seen.add(answer.statusCode());
            assertThat(isClear(answer))
                    .as("%d %s%nto %s", answer.statusCode(), answer.body(), new String(request, UTF_8))
                    .isTrue();
        }
        assertThat(seen).contains(200, 400);
    }

    private HttpResponse<String> send(String endpoint, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoints.resolve(endpoint))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** A problem that names what is wrong, or nothing but denials. */
    private static boolean isClear(HttpResponse<String> answer) throws IOException {
        JsonNode document = JSON.readTree(answer.body());
        if (answer.statusCode() == 200) {
            return document.findValues("decision").stream().noneMatch(JsonNode::booleanValue)
                    && document.findValue("decision") != null;
        }
        return CLEAR.contains(answer.statusCode())
                && !document.path("detail").asText("null").equals("null")
                && document.path("status").asInt() == answer.statusCode();
    }
}
