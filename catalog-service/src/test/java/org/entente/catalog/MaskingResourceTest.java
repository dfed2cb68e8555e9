package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.policyAdministrator;
import static org.entente.catalog.Callers.secondPolicyAdministrator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MaskingResourceTest {
    private static final String NOTHING = "{\"rules\": [], \"suggestions\": []}";

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @AfterEach
    void restore() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        Masks.restore();
    }

    @Test
    void appliesWhatTheDecisionObligesTo() {
        String asset = Callers.register(Bundles.registration("Obliged"));
        AccessPeer.behave(AccessPeer.Mode.MASKING_FIELDS);

        Response view = Tearlines.view(xbbAnalyst(), asset);

        JsonNode indicator = find(view, "indicator");
        view.then().statusCode(200).body("portions.protected", equalTo(true));
        assertThat(indicator.path("pattern").asText()).isEqualTo("[ipv4-addr:value = '192.0.2.0/24']");
        assertThat(view.asString()).doesNotContain("192.0.2.10").doesNotContain(Bundles.OPEN_INDICATOR);
        assertThat(find(view, "relationship").path("source_ref").asText())
                .isEqualTo(indicator.path("id").asText());
    }

    @Test
    void showsNothingBehindAMaskThatItDoesNotUnderstand() {
        String asset = Callers.register(Bundles.registration("Not understood"));
        AccessPeer.behave(AccessPeer.Mode.MASKING_UNKNOWN);

        Response view = Tearlines.view(xbbAnalyst(), asset);

        view.then().statusCode(503);
        assertThat(view.asString()).doesNotContain("bundle");
    }

    @Test
    void cutsWhatThePolicySaysWithoutRenamingTheObject() {
        String asset = Callers.register(Bundles.registration("Cut"));
        Masks.inForce(Masks.rule(
                "{'categories': ['situational-awareness']}", "{'path': 'created_by_ref', 'mask': 'remove'}"));

        Response view = Tearlines.view(xbbAnalyst(), asset);

        view.then().statusCode(200).body("bundle.objects.id", hasItem(Bundles.OPEN_INDICATOR));
        assertThat(find(view, "indicator").has("created_by_ref")).isFalse();
    }

    @Test
    void appliesTheRulesOfTheLabelOnly() {
        String asset = Callers.register(Bundles.registration("Other label"));
        Masks.inForce(
                Masks.rule("{'categories': ['shared-analysis']}", "{'path': 'created_by_ref', 'mask': 'remove'}"));

        Response view = Tearlines.view(xbbAnalyst(), asset);

        assertThat(find(view, "indicator").has("created_by_ref")).isTrue();
    }

    @Test
    void givesPartnersPseudonymsThatCannotBeLinked() {
        ObjectNode registration = Bundles.registration("Pseudonyms");
        registration.set("defaultLabel", Bundles.read("""
                {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB", "XCC"],
                 "categories": ["situational-awareness"]}"""));
        String asset = Callers.register(registration);
        Masks.inForce(Masks.rule("{'types': ['threat-actor']}", "{'path': 'name', 'mask': 'pseudonym'}"));
        String toXbb = find(Tearlines.view(xbbAnalyst(), asset), "threat-actor").toString();

        String toXcc = find(Tearlines.view(xccAnalyst(), asset), "threat-actor").toString();

        assertThat(toXbb).contains("pseudonym-").doesNotContain("Sluice").doesNotContain(Bundles.ACTOR);
        assertThat(toXcc).contains("pseudonym-").isNotEqualTo(toXbb);
        assertThat(find(Tearlines.view(xbbAnalyst(), asset), "threat-actor")).hasToString(toXbb);
    }

    @Test
    void masksThePortionsOfDocuments() {
        String asset = Callers.register(Documents.registration("Document"));
        Masks.inForce(Masks.rule("{}", "{'phrases': ['pumps'], 'mask': 'replace', 'with': 'machines'}"));

        Response view = Tearlines.view(xbbAnalyst(), asset);

        view.then().statusCode(200).body("document.portions.markdown", hasItem("The machines were stopped."));
        assertThat(view.asString()).doesNotContain("pumps");
    }

    @Test
    void findsNobodyAWordThatIsMasked() {
        String asset = Callers.register(Documents.registration("Searched"));
        Masks.inForce(Masks.rule("{}", "{'phrases': ['pumps'], 'mask': 'replace', 'with': 'machines'}"));

        Response found = Searching.search(xbbAnalyst(), "pumps");

        found.then().statusCode(200).body("results.id", not(hasItem(asset)));
        Searching.search(Callers.originator(), "pumps").then().body("results.id", hasItem(asset));
    }

    @Test
    void leavesTheOriginatorsOwnViewAsItIs() {
        String asset = Callers.register(Bundles.registration("Own"));
        Masks.inForce(Masks.rule("{}", "{'path': 'pattern', 'mask': 'generalise', 'to': 'network'}"));

        Response view = Tearlines.view(Callers.originator(), asset);

        assertThat(view.asString()).contains("192.0.2.10");
    }

    @Test
    void isInForceOnlyOnceASecondAdministratorApproves() {
        String asset = Callers.register(Bundles.registration("Proposed"));
        int version = Masks.proposed(Masks.rule("{}", "{'path': 'pattern', 'mask': 'remove'}"));

        Response approval = policyAdministrator().post("/catalog/masking-policies/{version}/approval", version);

        approval.then().statusCode(403);
        Tearlines.view(xbbAnalyst(), asset).then().body("bundle.objects.id", hasItem(Bundles.OPEN_INDICATOR));
    }

    @Test
    void doesNotComeIntoForceAfterANewerVersion() {
        int older = Masks.proposed(Masks.rule("{}", "{'path': 'a', 'mask': 'remove'}"));
        Masks.inForce(NOTHING);

        Response approval = secondPolicyAdministrator().post("/catalog/masking-policies/{version}/approval", older);

        approval.then().statusCode(409);
        policyAdministrator()
                .get("/catalog/masking-policies/{version}", older)
                .then()
                .body("inForce", equalTo(false))
                .body("state", equalTo("proposed"));
    }

    @Test
    void namesTheMaskThatMeansNothing() {
        Response answer = policyAdministrator()
                .body(Masks.rule("{}", "{'path': 'a', 'mask': 'blur'}"))
                .post("/catalog/masking-policies");

        answer.then().statusCode(400).body("field", equalTo("/rules/0/masks/0/mask"));
    }

    @Test
    void isForPolicyAdministratorsOnly() {
        Response answer = Callers.originator().body(NOTHING).post("/catalog/masking-policies");

        answer.then().statusCode(403);
    }

    @Test
    void showsTheBuiltInSuggestionsAsVersionNought() {
        Response version = Callers.originator().get("/catalog/masking-policies/0");

        version.then().statusCode(200).body("policy.suggestions.name", not(equalTo(List.of())));
    }

    private static JsonNode find(Response view, String type) {
        for (JsonNode object : view.as(JsonNode.class).at("/bundle/objects")) {
            if (object.path("type").asText().equals(type)) {
                return object;
            }
        }
        throw new AssertionError("There is no " + type + " in " + view.asString());
    }
}
