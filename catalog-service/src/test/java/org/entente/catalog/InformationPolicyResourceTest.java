package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.policyAdministrator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InformationPolicyResourceTest {
    private static final String HYDROLOGY = """
            {"categories": [{"name": "hydrology", "rules": ["Named contacts only."], "ownersRequired": true},
                            {"name": "tides"}]}""";

    @Test
    void hasTheBuiltInCategoriesAndTheirHandling() {
        Response policy = xbbAnalyst().get("/catalog/information-policy");

        policy.then()
                .statusCode(200)
                .body(
                        "categories.name",
                        hasItems(
                                "public",
                                "situational-awareness",
                                "shared-analysis",
                                "sensitive",
                                "research-methodology",
                                "product-design",
                                "supply-chain-vulnerability"))
                .body("categories.find { it.name == 'product-design' }.dataRoomOnly", equalTo(true))
                .body("categories.find { it.name == 'product-design' }.ownersRequired", equalTo(true))
                .body("categories.find { it.name == 'public' }.tier", equalTo(0))
                .body("categories.find { it.name == 'public' }.ownersRequired", equalTo(false));
    }

    @Test
    void addsCategoriesThatLabelsCanSayFromThenOn() {
        put(HYDROLOGY);

        Response registered = register(document("(S//PR:XAA-WATER//CAT:hydrology) The river is high."));

        registered.then().statusCode(201).body("banner.categories", hasItems("hydrology"));
        policyAdministrator()
                .get("/catalog/information-policy")
                .then()
                .body("categories.find { it.name == 'hydrology' }.tier", equalTo(3))
                .body("categories.find { it.name == 'hydrology' }.rules[0]", equalTo("Named contacts only."));
    }

    @Test
    void isVersionedAndTold() {
        put("{\"categories\": [{\"name\": \"tides\"}, {\"name\": \"hydrology\"}, {\"name\": \"ice\"}]}");
        int before = policyAdministrator().get("/catalog/information-policy").path("version");

        Response published = put(HYDROLOGY);

        published.then().body("version", equalTo(before + 1));
        put(HYDROLOGY).then().statusCode(200).body("version", equalTo(before + 1));
        assertThat(Events.await("org.entente.catalog.information-policy.published.v1", "information-policy"))
                .isNotEmpty();
    }

    @Test
    void keepsCategoriesThatLabelsAreIn() {
        put(HYDROLOGY);
        register(document("(S//CAT:tides) The tide is low.")).then().statusCode(201);

        Response refused = put("{\"categories\": [{\"name\": \"hydrology\", \"ownersRequired\": true}]}");

        refused.then().statusCode(409).body("field", equalTo("/categories")).body("detail", containsString("tides"));
    }

    @ParameterizedTest
    @CsvSource({"hydrology", "product-design", "research-methodology", "supply-chain-vulnerability"})
    void needsRightsOwnersWhereItSaysSo(String category) {
        put(HYDROLOGY);

        Response refused = register(document("(S//CAT:" + category + ") Whose is it?"));

        refused.then()
                .statusCode(400)
                .body("field", equalTo("/document/markdown"))
                .body("detail", containsString("owners"));
        register(document("(S//PR:XAA-WATER//CAT:" + category + ") It is theirs."))
                .then()
                .statusCode(201);
    }

    @Test
    void needsRightsOwnersInBundlesToo() {
        ObjectNode registration = Bundles.registration("No owner");
        ((ObjectNode) registration
                        .at("/bundle/objects/0/extensions")
                        .iterator()
                        .next()
                        .path("label"))
                .putArray("categories")
                .add("product-design");

        Response refused = register(registration);

        refused.then().statusCode(400).body("field", equalTo("/bundle"));
        ObjectNode byType = Bundles.registration("No owner");
        ((ObjectNode) byType.at("/labelsByType/malware")).putArray("categories").add("product-design");
        register(byType).then().statusCode(400).body("field", equalTo("/labelsByType/malware/proprietaryOwners"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};/categories",
                "{\"categories\": [{}]};/categories/0/name",
                "{\"categories\": [{\"name\": \"Big Words\"}]};/categories/0/name",
                "{\"categories\": [{\"name\": \"uncategorised\"}]};/categories/0/name",
                "{\"categories\": [{\"name\": \"ice\"}, {\"name\": \"ice\"}]};/categories/1/name",
                "{\"categories\": [{\"name\": \"ice\", \"rules\": [\" \"]}]};/categories/0/rules/0",
                "{\"categories\": [{\"name\": \"ice\", \"tier\": 0}]};/categories/0/tier"
            })
    void namesTheFieldThatIsWrong(String policy, String field) {
        Response refused = put(policy);

        refused.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void isPublishedByTheHomePolicyAdministratorOnly() {
        originator().body(HYDROLOGY).put("/catalog/information-policy").then().statusCode(403);
        Callers.as(Callers.partner("xbb-policy", "XBB").roles("policy-administrator"))
                .body(HYDROLOGY)
                .put("/catalog/information-policy")
                .then()
                .statusCode(403);
    }

    private static Response put(String policy) {
        return policyAdministrator().body(policy).put("/catalog/information-policy");
    }

    private static ObjectNode document(String markdown) {
        return Documents.registration("Categories", markdown);
    }

    private static Response register(ObjectNode registration) {
        return originator().body(registration.toString()).post("/catalog/assets");
    }
}
