package org.entente.access.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.ProofKey;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens bound to a key: good with a new proof of it, worth nothing to whoever has only listened. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class ProofResourceTest {
    private static final String PATH = "/access/agreements/00000000-0000-0000-0000-000000000000";

    /** To whom the resource is known not to be there, the token has been accepted. */
    private static final int ACCEPTED = 404;

    @TestHTTPResource(PATH)
    URI address;

    private ProofKey key;
    private String token;

    @BeforeEach
    void bind() throws Exception {
        key = ProofKey.make();
        token = bound(key);
    }

    @Test
    void isAcceptedWithAProof() throws Exception {
        Response response = send(token, key.proof(claims()));

        response.then().statusCode(ACCEPTED);
    }

    @Test
    void isRefusedWithTheSameProofAgain() throws Exception {
        String proof = key.proof(claims());
        send(token, proof).then().statusCode(ACCEPTED);

        Response again = send(token, proof);

        again.then().statusCode(401).header("WWW-Authenticate", containsString("DPoP error=\"invalid_dpop_proof\""));
    }

    @Test
    void isRefusedWithAProofThatWasUsedOnAnotherReplica() throws Exception {
        Map<String, Object> claims = claims();
        usedElsewhere(key.thumbprint(), (String) claims.get("jti"));

        Response response = send(token, key.proof(claims));

        response.then().statusCode(401);
    }

    @Test
    void ofManyWhoSendTheSameProofAtOnceOneIsAccepted() throws Exception {
        String proof = key.proof(claims());

        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            sent.add(CompletableFuture.supplyAsync(() -> send(token, proof).statusCode()));
        }

        List<Integer> statuses = sent.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnlyOnce(ACCEPTED).containsOnly(ACCEPTED, 401);
    }

    @ParameterizedTest
    @CsvSource({"-3600", "-75", "75", "3600"})
    void isRefusedWithAProofOfAnotherTime(long seconds) throws Exception {
        Map<String, Object> claims = claims();
        claims.put("iat", Instant.now().getEpochSecond() + seconds);

        Response response = send(token, key.proof(claims));

        response.then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "htm, POST",
        "htu, https://elsewhere.example/access/agreements/1",
        "ath, 47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
        "jti, ''"
    })
    void isRefusedWithAProofOfSomethingElse(String claim, String value) throws Exception {
        Map<String, Object> claims = claims();
        claims.put(claim, value);

        Response response = send(token, key.proof(claims));

        response.then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"htm", "htu", "ath", "jti", "iat"})
    void isRefusedWithAProofThatLacksAClaim(String claim) throws Exception {
        Map<String, Object> claims = claims();
        claims.remove(claim);

        Response response = send(token, key.proof(claims));

        response.then().statusCode(401);
    }

    @Test
    void isRefusedWithAProofOfAnotherKey() throws Exception {
        Response response = send(token, ProofKey.make().proof(claims()));

        response.then().statusCode(401);
    }

    @Test
    void isRefusedWithoutAProof() {
        Response response = given().header("Authorization", "DPoP " + token).get(PATH);

        response.then().statusCode(401);
    }

    @Test
    void isRefusedAsABearerToken() throws Exception {
        Response response =
                given().auth().oauth2(token).header("DPoP", key.proof(claims())).get(PATH);

        response.then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
    }

    @Test
    void aBearerTokenIsNoBoundOne() throws Exception {
        String bearer = officer().sign();
        Map<String, Object> claims = ProofKey.claims("GET", address.toString(), bearer);

        Response response = send(bearer, key.proof(claims));

        response.then().statusCode(401);
    }

    @Test
    void aTokenBoundToACertificateIsAcceptedFromAConnectionWithIt() throws Exception {
        Response response = given().auth()
                .oauth2(certified())
                .header("Client-Cert", ":YWJj:")
                .get(PATH);

        response.then().statusCode(ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {":YWJk:", "YWJj", "::", ":", "", ":%%%:"})
    void aTokenBoundToACertificateIsRefusedFromAnyOther(String header) throws Exception {
        Response response =
                given().auth().oauth2(certified()).header("Client-Cert", header).get(PATH);

        response.then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
    }

    /** Bound to the certificate whose encoding is {@code abc}; nobody here looks into one. */
    private static String certified() throws Exception {
        return officer()
                .claim("cnf", Map.of("x5t#S256", ProofKey.digest("abc")))
                .sign();
    }

    private Map<String, Object> claims() throws Exception {
        return ProofKey.claims("GET", address.toString(), token);
    }

    private static Response send(String token, String proof) {
        return given().header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .get(PATH);
    }

    private static TestTokens officer() {
        return TestTokens.token("xaa-liaison").roles("liaison-officer").audience("access-service");
    }

    private static String bound(ProofKey key) throws Exception {
        return officer().claim("cnf", Map.of("jkt", key.thumbprint())).sign();
    }

    /** What another replica leaves behind when it has accepted a proof. */
    private static void usedElsewhere(String thumbprint, String id) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest((thumbprint + "." + id).getBytes("US-ASCII"));
        try (Connection connection = EmbeddedServers.superuser("access");
                PreparedStatement insert =
                        connection.prepareStatement("insert into used_proof values (?, now() + interval '1 minute')")) {
            insert.setBytes(1, digest);
            insert.executeUpdate();
        }
    }
}
