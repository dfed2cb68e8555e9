package org.entente.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TaxiiBasicResourceTest.Basic.class)
class TaxiiBasicResourceTest {

    /** Old clients are let in, and a proxy says that they came over TLS. */
    public static final class Basic implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("entente.catalog.taxii.basic.enabled", "true");
        }
    }

    @Test
    void anApplicationIsWhoTheIdentityProviderSaysItIs() {
        Response answer = client("application-xbb", "secret").get("/taxii2/");

        answer.then().statusCode(200).body("default", matchesPattern("https://[^/]+/taxii2/xbb-cyber-defence/"));
    }

    @Test
    void aWrongSecretIsRefused() {
        Response answer = client("application-xbb", "wrong").get("/taxii2/");

        answer.then().statusCode(401);
        assertThat(answer.headers().getValues("WWW-Authenticate"))
                .contains("Bearer", "Basic realm=\"entente\", charset=\"UTF-8\"");
    }

    @Test
    void withoutTlsNobodyIsLetIn() {
        Response answer = client("http", "application-xbb", "secret").get("/taxii2/");

        answer.then().statusCode(401);
    }

    @Test
    void itIsForTaxiiOnly() {
        Response answer =
                client("application-xbb", "secret").accept("application/json").get("/catalog/assets");

        answer.then().statusCode(401);
    }

    private static RequestSpecification client(String name, String secret) {
        return client("https", name, secret);
    }

    private static RequestSpecification client(String scheme, String name, String secret) {
        return given().accept(Taxii.MEDIA_TYPE)
                .header("X-Forwarded-Proto", scheme)
                .auth()
                .preemptive()
                .basic(name, secret);
    }
}
