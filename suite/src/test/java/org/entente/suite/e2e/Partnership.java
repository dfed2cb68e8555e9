package org.entente.suite.e2e;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.AgreementTerms;
import org.entente.suite.demo.Answer;

/** A partner with an agreement in force and a live grant of tier 1, each of which the home side can take back. */
record Partnership(Acts acts, String partner, String agreement, String grant) {

    /** What is taken back. */
    enum Withdrawal {
        GRANT,
        AGREEMENT,
        POSTURE
    }

    static Partnership with(Acts acts, String partner) {
        Instant until = Instant.now().plus(Duration.ofHours(1));
        acts.registerPartner(partner, "Republic of " + partner);
        AgreementTerms terms = Situation.terms(until);
        String agreement = acts.propose(new AgreementTerms(
                partner,
                terms.title(),
                terms.purposes(),
                terms.categories(),
                terms.ceiling(),
                terms.actions(),
                terms.maxTier(),
                terms.from(),
                terms.until()));
        acts.consent(partner.toLowerCase(Locale.ROOT) + "-officer", agreement);
        return new Partnership(acts, partner, agreement, acts.grant(Situation.grantTerms(agreement, until)));
    }

    /** Takes back what stands between the partner and every permit. */
    Answer withdraw(Withdrawal what) {
        ObjectNode reason = JsonNodeFactory.instance.objectNode().put("reason", "No longer wanted.");
        return switch (what) {
            case GRANT -> post("/access/grants/" + grant + "/withdrawal", reason);
            case AGREEMENT -> post("/access/agreements/" + agreement + "/end", reason);
            case POSTURE -> post("/access/partners/" + partner + "/posture", reason.put("posture", "suspended"));
        };
    }

    /** What another grant under the agreement would be asked for with. */
    String anotherGrant() {
        ObjectNode terms = JsonNodeFactory.instance
                .objectNode()
                .put("agreement", agreement)
                .put("tier", 1)
                .put("until", Instant.now().plus(Duration.ofMinutes(5)).toString());
        terms.set("categories", array(Situation.SHARED));
        terms.set("purposes", array(List.of(Situation.PURPOSE)));
        return terms.toString();
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private Answer post(String path, ObjectNode body) {
        return acts.as("xaa-liaison").post(path, body);
    }
}
