package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.CanonicalJson;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class DocumentResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isVerifiedByAThirdPartyWithNothingButTheDocumentAndTheKeys() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);

        // when
        JsonNode signed = document(agreement);

        // then
        String digest = CanonicalJson.sha256(JSON, signed.path("document"));
        assertThat(signed.path("sha256").asText()).isEqualTo(digest);
        assertThat(signed.path("consents")).hasSize(2);
        for (JsonNode consent : signed.path("consents")) {
            JsonNode statement = verified(consent.path("signature").asText(), signed, "entente-seal+jws");
            assertThat(statement.path("act").asText()).isEqualTo("consent");
            assertThat(statement.path("agreement").asText()).isEqualTo(agreement);
            assertThat(statement.path("documentSha256").asText()).isEqualTo(digest);
            assertThat(statement.path("party").asText())
                    .isEqualTo(consent.path("party").asText());
            assertThat(statement.path("officer").asText())
                    .isEqualTo(consent.path("officer").asText());
        }
    }

    @Test
    void isSignedByAnOfficersOwnKeyOnceThePartyHasOne() throws Exception {
        // given
        String partner = registeredPartner();
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String kid = vouchedKey(partner, pair.getPublic());
        String agreement = proposed(terms(partner));
        asOfficerOf(partner)
                .post("/access/agreements/" + agreement + "/consents")
                .then()
                .statusCode(422)
                .body("field", equalTo("/signature"));
        JsonNode statement = JSON.readTree(asOfficerOf(partner)
                        .get("/access/agreements/" + agreement + "/document")
                        .asByteArray())
                .path("toSign");
        String jws = signed(statement, kid, pair.getPrivate());

        // when
        Response answer = asOfficerOf(partner)
                .body("{\"signature\": \"" + jws + "\"}")
                .post("/access/agreements/" + agreement + "/consents");

        // then
        answer.then().statusCode(200).body("state", equalTo("in-force")).body("consents.signature", hasItem(jws));
        JsonNode document = document(agreement);
        assertThat(verified(jws, document, "entente-consent+jws").path("party").asText())
                .isEqualTo(partner);
        assertThat(document.at("/officerKeys/0/vouchedBy").asText()).isEqualTo("xaa-liaison");
    }

    @Test
    void isNotSignedForAnotherAct() throws Exception {
        // given
        String partner = registeredPartner();
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String kid = vouchedKey(partner, pair.getPublic());
        String agreement = proposed(terms(partner));
        JsonNode statement = JSON.readTree(asOfficerOf(partner)
                        .get("/access/agreements/" + agreement + "/document")
                        .asByteArray())
                .path("toSign");
        String jws = signed(((ObjectNode) statement).put("version", 2), kid, pair.getPrivate());

        // when
        Response answer = asOfficerOf(partner)
                .body("{\"signature\": \"" + jws + "\"}")
                .post("/access/agreements/" + agreement + "/consents");

        // then
        answer.then().statusCode(422).body("field", equalTo("/signature"));
    }

    @Test
    void keysCountOnceAnotherPersonVouchesForThem() throws Exception {
        // given
        TestTokens first = TestTokens.token("xaa-liaison").roles("liaison-officer");
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String kid = as(first)
                .body(registration("xaa-other", pair.getPublic()))
                .post("/access/partners/XAA/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key.kid");

        // when
        Response answer = as(first).post("/access/partners/XAA/keys/" + kid + "/vouching");

        // then
        answer.then().statusCode(403);
        as(first)
                .post("/access/partners/XAA/keys/" + kid + "/revocation")
                .then()
                .statusCode(200);
    }

    @Test
    void isWrittenAsOdrl() {
        // given
        String agreement = inForce(registeredPartner());

        // when
        Response answer =
                asLiaison().accept("application/ld+json").get("/access/agreements/" + agreement + "/document");

        // then
        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/ld+json"))
                .body("'@type'", equalTo("Agreement"))
                .body("permission.action", hasItem("display"));
    }

    @Test
    void isNoDocumentForAnybodyElse() {
        // given
        String agreement = inForce(registeredPartner());
        String stranger = registeredPartner();

        // when
        Response answer = asOfficerOf(stranger).get("/access/agreements/" + agreement + "/document");

        // then
        answer.then().statusCode(404);
    }

    private static JsonNode document(String agreement) throws IOException {
        return JSON.readTree(asLiaison()
                .get("/access/agreements/" + agreement + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    /** As a third party would: by the key that the signature names, whoever's it is. */
    private static JsonNode verified(String jws, JsonNode document, String type) throws Exception {
        Map<String, JsonNode> keys = new HashMap<>();
        document.at("/sealKeys/keys").forEach(jwk -> keys.put(jwk.path("kid").asText(), jwk));
        document.path("officerKeys").forEach(key -> keys.put(key.at("/jwk/kid").asText(), key.path("jwk")));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        JsonNode jwk = keys.get(signature.getKeyIdHeaderValue());
        signature.setKey(PublicJsonWebKey.Factory.newPublicJwk(jwk.toString()).getPublicKey());
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getHeader("typ")).isEqualTo(type);
        return JSON.readTree(signature.getPayload());
    }

    private static String vouchedKey(String partner, PublicKey key) throws Exception {
        String kid = asOfficerOf(partner)
                .body(registration(partner + "-officer", key))
                .post("/access/partners/" + partner + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key.kid");
        asLiaison()
                .post("/access/partners/" + partner + "/keys/" + kid + "/vouching")
                .then()
                .statusCode(200);
        return kid;
    }

    private static String registration(String officer, PublicKey key) throws Exception {
        String jwk = PublicJsonWebKey.Factory.newPublicJwk(key).toJson();
        return "{\"officer\": \"" + officer + "\", \"jwk\": " + jwk + "}";
    }

    private static String signed(JsonNode statement, String kid, PrivateKey key) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("EdDSA");
        jws.setKeyIdHeaderValue(kid);
        jws.setHeader("typ", "entente-consent+jws");
        jws.setPayload(CanonicalJson.text(JSON, statement));
        jws.setKey(key);
        return jws.getCompactSerialization();
    }
}
