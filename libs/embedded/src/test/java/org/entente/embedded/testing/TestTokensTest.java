package org.entente.embedded.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestTokensTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Decoder BASE64URL = Base64.getUrlDecoder();

    private static String issuer;

    @BeforeAll
    static void start() throws Exception {
        issuer = OidcServer.start();
    }

    @Test
    void aTokenVerifiesWithThePublishedKeyAndSaysWhatWasAskedFor() throws Exception {
        String token = TestTokens.token("xbb-analyst")
                .partner("XBB")
                .roles("partner-analyst")
                .audience("catalog-service")
                .sign();

        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publishedKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        JsonNode claims = JSON.readTree(BASE64URL.decode(parts[1]));
        assertThat(signature.verify(BASE64URL.decode(parts[2]))).isTrue();
        assertThat(claims.at("/iss").asText()).isEqualTo(issuer);
        assertThat(claims.at("/partner").asText()).isEqualTo("XBB");
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("partner-analyst");
        assertThat(claims.at("/aud/0").asText()).isEqualTo("catalog-service");
    }

    @Test
    void aServiceGetsATokenOfItsOwn() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=catalog-service"))
                .build();

        JsonNode answer = JSON.readTree(send(request));

        JsonNode claims = JSON.readTree(
                BASE64URL.decode(answer.at("/access_token").asText().split("\\.")[1]));
        assertThat(claims.at("/azp").asText()).isEqualTo("catalog-service");
    }

    private static PublicKey publishedKey() throws Exception {
        JsonNode key = JSON.readTree(send(
                        HttpRequest.newBuilder(URI.create(issuer + "/keys")).build()))
                .at("/keys/0");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.at("/n")), number(key.at("/e"))));
    }

    private static BigInteger number(JsonNode encoded) {
        return new BigInteger(1, BASE64URL.decode(encoded.asText()));
    }

    private static String send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
