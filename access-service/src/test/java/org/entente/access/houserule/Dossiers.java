package org.entente.access.houserule;

import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asPolicyAdministrator;

import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** House rules over dossiers, and questions about them. */
final class Dossiers {
    private static final AtomicInteger SETS = new AtomicInteger();
    static final String CLERK_READS = "action.name == 'read' && subject.role == 'clerk'";

    private Dossiers() {}

    /** A name that is also the type of resource governed, and that no other test shares. */
    static String name() {
        return "dossier-" + SETS.getAndIncrement();
    }

    static String rules(String name, String permit) {
        return """
            {"name": "%1$s", "resourceTypes": ["%1$s"],
             "subjects": [{"type": "user", "id": "ann", "properties": {"role": "clerk"}}, {"type": "user", "id": "ben"}],
             "resources": [{"type": "%1$s", "id": "d1", "properties": {"status": "open"}}],
             "actions": [{"name": "read"}],
             "rules": [{"name": "clerks-read", "permit": "%2$s"}]}""".formatted(name, permit);
    }

    static String proposed(String rules) {
        return asPolicyAdministrator("xaa-policy")
                .body(rules)
                .post("/access/house-rules")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    static String question(String subject, String type) {
        return """
            {"subject": {"type": "user", "id": "%s"}, "action": {"name": "read"},
             "resource": {"type": "%s", "id": "d1"}}""".formatted(subject, type);
    }

    static ValidatableResponse decided(String question) {
        return asEnforcementPoint()
                .body(question)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200);
    }
}
