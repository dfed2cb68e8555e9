package org.entente.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaxiiServerResourceTest {

    @BeforeEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/taxii2/", "/taxii2"})
    void namesTheRootsOfTheCallerAndNoOthers(String path) {
        Response discovery = Taxii.xbb().get(path);

        discovery
                .then()
                .statusCode(200)
                .header("Content-Type", Taxii.MEDIA_TYPE)
                .body("default", matchesPattern("http://[^/]+" + Taxii.ROOT))
                .body("api_roots", hasItem(discovery.<String>path("default")))
                .body("api_roots", everyItem(matchesPattern("http://[^/]+/taxii2/xbb-[a-z-]+/")));
    }

    @Test
    void describesARoot() {
        Response root = Taxii.xbb().get(Taxii.ROOT);

        root.then()
                .statusCode(200)
                .body("title", equalTo("XBB: cyber-defence"))
                .body("versions", contains(Taxii.MEDIA_TYPE))
                .body("max_content_length", equalTo(4000000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/taxii2/xee-cyber-defence/",
                "/taxii2/xaa-cyber-defence/",
                "/taxii2/xbb-curiosity/",
                "/taxii2/XBB-cyber-defence/",
                "/taxii2/nobody/",
                "/taxii2/xee-cyber-defence/collections/",
                "/taxii2/xee-cyber-defence/collections/situational-awareness/",
                "/taxii2/xee-cyber-defence/collections/situational-awareness/objects/",
                "/taxii2/xee-cyber-defence/collections/situational-awareness/objects/?match[type]=indicator",
                "/taxii2/xee-cyber-defence/collections/situational-awareness/manifest/",
                "/taxii2/xee-cyber-defence/status/2d086da7-4bdc-4f91-900e-d77486753710/",
                "/taxii2/xbb-cyber-defence/status/2d086da7-4bdc-4f91-900e-d77486753710/",
                "/taxii2/xbb-cyber-defence/collections/product-design/",
                "/taxii2/xbb-cyber-defence/collections/product-design/objects/",
                "/taxii2/xbb-cyber-defence/collections/2d086da7-4bdc-4f91-900e-d77486753710/manifest/"
            })
    void rootsAndCollectionsOfOthersAreNotThere(String path) {
        Response absent = Taxii.xbb().get("/taxii2/xdd-cyber-defence/");

        Response answer = Taxii.xbb().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(answer.headers().asList())
                .hasToString(absent.headers().asList().toString());
    }

    @Test
    void anErrorIsTheOneOfTaxii() {
        Response answer = Taxii.xbb().get("/taxii2/nobody/");

        answer.then()
                .statusCode(404)
                .header("Content-Type", Taxii.MEDIA_TYPE)
                .body("title", equalTo("Not Found"))
                .body("description", equalTo("There is no such resource."))
                .body("http_status", equalTo("404"));
    }

    @Test
    void listsACollectionForEachSharedCategory() {
        Response collections = Taxii.xbb().get(Taxii.ROOT + "collections/");

        collections
                .then()
                .statusCode(200)
                .body("collections.alias", hasItems("public", "sensitive", "shared-analysis", "situational-awareness"))
                .body("collections.alias", not(hasItem("product-design")))
                .body("collections.can_read", everyItem(equalTo(true)))
                .body("collections.media_types.flatten()", everyItem(equalTo("application/stix+json;version=2.1")))
                .body("collections.find { it.alias == 'public' }.can_write", equalTo(false))
                .body("collections.find { it.alias == 'situational-awareness' }.can_write", equalTo(true));
    }

    @Test
    void saysThatNothingCanBeContributedWhereNothingMay() {
        Response collections = Taxii.xbb().get("/taxii2/xbb-disaster-relief/collections/");

        collections.then().statusCode(200).body("collections.can_write", everyItem(equalTo(false)));
        Taxii.xbb()
                .get("/taxii2/xbb-disaster-relief/collections/situational-awareness/")
                .then()
                .body("can_write", equalTo(false));
    }

    @Test
    void saysNothingOfContributionsWhereNothingIsDecided() {
        AccessPeer.behave(AccessPeer.Mode.FAULT);

        Response collections = Taxii.xbb().get(Taxii.ROOT + "collections/");

        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        collections.then().statusCode(503);
    }

    @Test
    void aCollectionIsFoundByIdentifierAndByAlias() {
        Response byAlias = Taxii.xbb().get(Taxii.AWARENESS);
        String id = byAlias.path("id");

        Response byId = Taxii.xbb().get(Taxii.ROOT + "collections/" + id + "/");

        assertThat(byId.asString()).isEqualTo(byAlias.asString());
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/taxii+json;version=2.1 | 200",
                "application/taxii+json; version=2.1 | 200",
                "application/taxii+json;version=\"2.1\" | 200",
                "application/taxii+json | 200",
                "application/json, application/taxii+json;version=2.1;q=0.5 | 200",
                "*/* | 200",
                "application/taxii+json;version=2.0 | 406",
                "application/vnd.oasis.taxii+json; version=2.0 | 406",
                "application/json | 406",
                "application/stix+json;version=2.1 | 406",
                "application/taxii+json;version=2.1;q=0 | 406"
            })
    void speaksTaxii21Only(String accept, int status) {
        Response answer = Taxii.xbb().header("Accept", accept).get("/taxii2/");

        answer.then().statusCode(status).header("Content-Type", Taxii.MEDIA_TYPE);
    }

    @Test
    void someoneWithoutATokenLearnsNothing() {
        Response answer = given().accept(Taxii.MEDIA_TYPE).get(Taxii.ROOT);

        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .header("Content-Type", Taxii.MEDIA_TYPE)
                .body("http_status", equalTo("401"));
    }

    @Test
    void basicCredentialsAreRefusedUnlessSwitchedOn() {
        Response answer = given().accept(Taxii.MEDIA_TYPE)
                .auth()
                .preemptive()
                .basic("xbb-sensor", "secret")
                .get("/taxii2/");

        answer.then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "liaison-officer", "crisis-authority"})
    void isForReadersOnly(String role) {
        TestTokens token = Callers.home("xaa-somebody", role);

        Response answer = Taxii.client(token).get("/taxii2/");

        answer.then().statusCode(403).body("http_status", equalTo("403"));
    }

    @Test
    void theHomeSideHasARootOfItsOwn() {
        TestTokens application = Callers.home("agency-app", "originator");

        Response answer = Taxii.client(application).get("/taxii2/");

        answer.then().statusCode(200).body("default", endsWith("/taxii2/xaa-cyber-defence/"));
    }
}
