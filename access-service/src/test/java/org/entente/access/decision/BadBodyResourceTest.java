package org.entente.access.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no question at all: told clearly, whatever they hold. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class BadBodyResourceTest {
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
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"{}\"",
                "[]",
                "{",
                "{}}",
                "{} {}",
                "{'subject': 1}",
                "{\"subject\": NaN}",
                "{\"subject\": Infinity}",
                "{\"subject\": 01}",
                "{\"subject\": undefined}",
                "{\"subject\": {}, // comment\n}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": \"\u0001\"}",
                "\u0000"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        // given
        byte[] bytes = body.getBytes(UTF_8);

        // when
        Response answer = asEnforcementPoint().body(bytes).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aDoubledMemberIsRefusedWhereverItIs() {
        // given
        String request = view(partner).replace("\"partner\":", "\"partner\": \"XZZ\", \"partner\":");

        // when
        Response answer = evaluation(request);

        // then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "IBM1047"})
    void otherEncodingsAreRefused(String charset) {
        // given
        byte[] body = view(partner).replace("analyst", "Ärztin").getBytes(Charset.forName(charset));

        // when
        Response answer = asEnforcementPoint().body(body).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    /** Whose bytes could be taken for those encodings, and are none. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void brokenEncodingsAreNoFault(String charset) {
        // given
        byte[] body = view(partner).getBytes(Charset.forName(charset));
        byte[] broken = Arrays.copyOf(body, body.length - 1);
        Arrays.fill(broken, 400, 440, (byte) 0xD8);

        // when
        Response answer = asEnforcementPoint().body(broken).post("/access/v1/evaluation");

        // then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"text/plain", "application/xml", "application/json-patch+json", "application/jsonp", "none", "*/*"
            })
    void otherTypesAreRefused(String type) {
        // given
        var request = asEnforcementPoint().contentType(type == null ? "" : type);

        // when
        Response answer = request.body(view(partner).getBytes(UTF_8)).post("/access/v1/evaluation");

        // then
        assertThat(answer.statusCode()).isIn(400, 415);
        answer.then().contentType("application/problem+json");
    }

    @Test
    void aBodyOfUnstatedLengthIsReadLikeAnyOther() throws IOException, InterruptedException {
        // given
        InputStream body = new ByteArrayInputStream(view(partner).getBytes(UTF_8));

        // when
        HttpResponse<String> answer = send(body, "identity");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"decision\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "gzip, gzip", "identity, gzip"})
    void compressedBodiesAreRefusedUnopened(String coding) throws IOException, InterruptedException {
        // given
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(" ".repeat(50_000_000).getBytes(UTF_8));
            gzip.write(view(partner).getBytes(UTF_8));
        }

        // when
        HttpResponse<String> answer = send(new ByteArrayInputStream(bomb.toByteArray()), coding);

        // then
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
        assertThat(answer.body()).contains("Content-Encoding");
    }

    private HttpResponse<String> send(InputStream body, String coding) throws IOException, InterruptedException {
        String token = TestTokens.token("enforcement-point")
                .roles("policy-enforcement-point")
                .audience("access-service")
                .sign();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", coding)
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
}
