package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.entente.embedded.testing.ProofKey;
import org.entente.suite.certificate.DevelopmentCertificates;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that Keycloak has bound to a key, at two processes of access-service over one database. */
@ExtendWith(SuiteExtension.class)
class ProofIT {
    private static final String PATH = "/access/v1/evaluation";
    private static final String QUESTION = """
            {"subject": {"type": "nobody", "id": "a"}, "action": {"name": "nothing"}, "resource": {"type": "none", "id": "b"}}""";

    private final PackagedSuite suite;

    ProofIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aProofThatOneReplicaHasAcceptedNoOtherAccepts() throws Exception {
        try (Replica other = Replica.beside(suite, "proofs", suite.ports().of(Part.POSTGRESQL))) {
            // given
            ProofKey key = ProofKey.make();
            String token = bound(key);
            String proof = key.proof(ProofKey.claims("POST", suite.ports().publicUrl() + PATH, token));
            assertThat(Replica.ofSuite(suite)
                            .post(PATH, headers(token, proof), QUESTION)
                            .statusCode())
                    .isEqualTo(200);

            // when
            int replayed = other.post(PATH, headers(token, proof), QUESTION).statusCode();

            // then
            String another = key.proof(ProofKey.claims("POST", suite.ports().publicUrl() + PATH, token));
            assertThat(replayed).isEqualTo(401);
            assertThat(other.post(PATH, headers(token, another), QUESTION).statusCode())
                    .isEqualTo(200);
        }
    }

    /** As the gateway would pass the request on. */
    private Map<String, String> headers(String token, String proof) {
        return Map.of(
                "Authorization",
                "DPoP " + token,
                "DPoP",
                proof,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "localhost:" + suite.ports().base());
    }

    private String bound(ProofKey key) throws Exception {
        String endpoint = suite.ports().issuer() + "/protocol/openid-connect/token";
        Map<String, Object> claims = ProofKey.claims("POST", endpoint, "");
        claims.remove("ath");
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("DPoP", key.proof(claims))
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=enforcement-point&client_secret="
                        + suite.home().secrets().text("client-enforcement-point")))
                .build();
        HttpClient http = HttpClient.newBuilder()
                .sslContext(new DevelopmentCertificates(suite.home().certificates()).trustingContext())
                .build();
        return new ObjectMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asText();
    }
}
