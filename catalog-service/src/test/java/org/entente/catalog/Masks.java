package org.entente.catalog;

import com.fasterxml.jackson.databind.JsonNode;

/** Masking policies as two administrators put them in force. */
final class Masks {
    static final String NETWORKS_ONLY = rule("{}", "{'path': 'pattern', 'mask': 'generalise', 'to': 'network'}");
    static final String PSEUDONYMS = rule("{'types': ['threat-actor']}", "{'path': 'name', 'mask': 'pseudonym'}");

    private Masks() {}

    /** A policy of one rule; single quotes are double ones. */
    static String rule(String when, String mask) {
        return """
                {"rules": [{"name": "for the test", "when": %s, "masks": [%s]}]}""".formatted(when, mask).replace('\'', '"');
    }

    static int proposed(String policy) {
        return Callers.policyAdministrator()
                .body(policy)
                .post("/catalog/masking-policies")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    static void inForce(String policy) {
        Callers.secondPolicyAdministrator()
                .post("/catalog/masking-policies/{version}/approval", proposed(policy))
                .then()
                .statusCode(200);
    }

    /** The built-in policy again. */
    static void restore() {
        inForce(Callers.policyAdministrator()
                .get("/catalog/masking-policies/0")
                .as(JsonNode.class)
                .path("policy")
                .toString());
    }
}
