package org.entente.access.consent;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.entente.label.Nation;
import org.jspecify.annotations.Nullable;

/** A question for consent, nothing of which is known to make sense yet. */
@Schema(examples = """
                {"giver": {"kind": "owner", "code": "XAA-AEROWORKS"}, "recipient": "XBB", "purpose": "cyber-defence",
                 "actions": ["view"], "material": {"categories": ["product-design"], "ceiling": "SECRET"},
                 "justification": "The partner flies the same aircraft.", "until": "2027-03-01T00:00:00Z"}""")
public record Ask(
        @Nullable Giver giver,
        @Nullable String recipient,
        @Nullable String purpose,
        @Nullable List<String> actions,
        @Nullable Material material,
        @Nullable String justification,
        @Nullable Instant until) {
    /** What a question about labels alone names as its resource. */
    private static final String EVERYTHING = "*";

    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LIST = 50;

    /** The terms, as far as that can be said without knowing partners and groups; otherwise a 400 problem. */
    ConsentTerms checked(Vocabulary vocabulary) {
        String code = Vocabulary.text(recipient, "/recipient", LONGEST_CODE);
        return new ConsentTerms(
                checkedGiver(),
                code,
                List.of(code),
                checkedPurpose(vocabulary),
                checkedActions(),
                checkedMaterial(vocabulary),
                Vocabulary.text(justification, "/justification", LONGEST_TEXT),
                Vocabulary.present(until, "/until"));
    }

    private Giver checkedGiver() {
        Giver stated = Vocabulary.present(giver, "/giver");
        Vocabulary.present(stated.kind(), "/giver/kind");
        Vocabulary.text(stated.code(), "/giver/code", LONGEST_CODE);
        if (stated.kind() == Giver.Kind.ORIGINATOR && !Nation.isNation(stated.code())) {
            throw Problem.badRequest("/giver/code", "is not a country of ISO 3166-1 alpha-3");
        }
        return stated;
    }

    private String checkedPurpose(Vocabulary vocabulary) {
        String stated = Vocabulary.present(purpose, "/purpose");
        if (!vocabulary.purposes().contains(stated)) {
            throw Problem.badRequest("/purpose", "is not a purpose of the vocabulary");
        }
        return stated;
    }

    /** Sorted, so that the same question is the same. */
    private List<String> checkedActions() {
        List<String> stated = Vocabulary.actions(actions, "/actions");
        int discovery = stated.indexOf("discover");
        if (discovery >= 0) {
            throw Problem.badRequest("/actions/" + discovery, "is included in any other action");
        }
        return List.copyOf(new TreeSet<>(stated));
    }

    private Material checkedMaterial(Vocabulary vocabulary) {
        Material stated = Vocabulary.present(material, "/material");
        String ceiling = stated.ceiling() == null ? null : Vocabulary.ceiling(stated.ceiling(), "/material/ceiling");
        if (stated.asset() != null) {
            if (!stated.categories().isEmpty() || !stated.compartments().isEmpty()) {
                throw Problem.badRequest("/material/asset", "leaves no room for a class");
            }
            String asset = Vocabulary.text(stated.asset(), "/material/asset", LONGEST_CODE);
            if (asset.equals(EVERYTHING)) {
                throw Problem.badRequest("/material/asset", "is not one asset");
            }
            return new Material(asset, List.of(), List.of(), ceiling);
        }
        if (ceiling == null) {
            throw Problem.badRequest("/material/ceiling", "is required for a class");
        }
        List<String> categories = vocabulary.categories(stated.categories(), "/material/categories");
        return new Material(
                null,
                List.copyOf(new TreeSet<>(categories)),
                List.copyOf(new TreeSet<>(compartments(stated.compartments()))),
                ceiling);
    }

    private static List<String> compartments(List<String> stated) {
        if (stated.size() > LONGEST_LIST) {
            throw Problem.badRequest("/material/compartments", "must have at most " + LONGEST_LIST + " entries");
        }
        for (int index = 0; index < stated.size(); index++) {
            String compartment = stated.get(index);
            if (compartment.length() > LONGEST_CODE || compartment.indexOf(':') < 1) {
                throw Problem.badRequest(
                        "/material/compartments/" + index, "is not a compartment with its policy, like ALLIANCE:ORION");
            }
        }
        return stated;
    }
}
