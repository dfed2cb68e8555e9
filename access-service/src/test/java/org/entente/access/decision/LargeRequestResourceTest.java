package org.entente.access.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of every size: ten thousand portions are fine, what is out of proportion is refused before it does harm. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class LargeRequestResourceTest {
    private static String partner = "";

    @TestHTTPResource("/access/v1/evaluation")
    URI endpoint;

    @BeforeEach
    void permitThePlainQuestion() {
        if (partner.isEmpty()) {
            partner = registeredPartner();
            granted(inForce(partner), 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 100_000})
    void deepNestingIsRefused(int depth) {
        // given
        String nested = "[".repeat(depth) + "]".repeat(depth);

        // when
        Response answer = evaluation(view(partner).replaceFirst("\\{", "{\"future\": " + nested + ","));

        // then
        answer.then().statusCode(413).contentType("application/problem+json");
    }

    @Test
    void tenThousandPortionsAreFine() {
        // given
        String request = withPortions(10_000);

        // when
        Response answer = evaluation(request);

        // then
        answer.then().statusCode(200).body("context.view.portions", hasSize(10_000));
    }

    @Test
    void aMillionPortionsAreTooMany() throws IOException, InterruptedException {
        // given
        InputStream body = new ByteArrayInputStream(withPortions(1_000_000).getBytes(UTF_8));

        // when
        HttpResponse<String> answer = send(body);

        // then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aSmallBatchCannotMakeALargeRecord() {
        // given
        String one = withPortions(90).replace("XAA", "X".repeat(200_000));
        String batch = one.substring(0, one.lastIndexOf('}')) + ", \"evaluations\": ["
                + String.join(",", Collections.nCopies(1_000, "{}")) + "]}";

        // when
        Response answer = asEnforcementPoint().body(batch.getBytes(UTF_8)).post("/access/v1/evaluations");

        // then
        answer.then().statusCode(413).contentType("application/problem+json").body("field", equalTo("/evaluations"));
    }

    @Test
    void tearlinesCountLikePortions() {
        // given
        String tearlines = IntStream.range(0, 2_000)
                .mapToObj(number -> "{\"id\":\"t" + number + "\",\"label\":\"l1\"}")
                .collect(Collectors.joining(","));
        String one = view(partner).replace("\"portions\":", "\"tearlines\": [" + tearlines + "], \"portions\":");
        String batch = one.substring(0, one.lastIndexOf('}')) + ", \"evaluations\": ["
                + String.join(",", Collections.nCopies(60, "{}")) + "]}";

        // when
        Response answer = asEnforcementPoint().body(batch.getBytes(UTF_8)).post("/access/v1/evaluations");

        // then
        answer.then().statusCode(413).contentType("application/problem+json").body("field", equalTo("/evaluations"));
    }

    /** Whether the answer arrives before the connection is closed on a client that is still sending is a matter of luck. */
    @Test
    void aBodyOfUnstatedLengthHasTheSameLimit() throws InterruptedException {
        // given
        InputStream body = new ByteArrayInputStream(new byte[40_000_000]);

        // when
        int status;
        try {
            status = send(body).statusCode();
        } catch (IOException closed) {
            status = 413;
        }

        // then
        assertThat(status).isEqualTo(413);
    }

    @Test
    void veryLongNamesAreRefused() {
        // given
        String request = view(partner).replace("analyst", "x".repeat(1_000_000));

        // when
        Response answer = evaluation(request);

        // then
        answer.then().statusCode(400).body("field", equalTo("/subject/id"));
    }

    private HttpResponse<String> send(InputStream body) throws IOException, InterruptedException {
        String token = TestTokens.token("enforcement-point")
                .roles("policy-enforcement-point")
                .audience("access-service")
                .sign();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    private static Response evaluation(String request) {
        return asEnforcementPoint().body(request.getBytes(UTF_8)).post("/access/v1/evaluation");
    }

    private static String withPortions(int count) {
        String portions = IntStream.range(0, count)
                .mapToObj(number -> "{\"id\":\"n" + number + "\",\"label\":\"l1\"}")
                .collect(Collectors.joining(","));
        return view(partner)
                .replace("{\"id\": \"p1\", \"label\": \"l1\"}, {\"id\": \"p2\", \"label\": \"l2\"}", portions);
    }
}
