package org.entente.access.licence;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.entente.label.Nation;
import org.jspecify.annotations.Nullable;

/** A licence as proposed, nothing of which is known to make sense yet. */
@Schema(examples = """
                {"authority": "Federal export office", "reference": "EXP-2026-0815", "recipient": "XBB", "regime": "EU",
                 "codes": ["5A002"], "nationalities": ["XBB", "XDD"], "purposes": ["cyber-defence"], "actions": ["view"],
                 "quantity": {"count": 500, "of": "accesses"},
                 "from": "2026-12-01T00:00:00Z", "until": "2027-12-01T00:00:00Z"}""")
public record LicenceProposal(
        @Nullable String authority,
        @Nullable String reference,
        @Nullable String recipient,
        @Nullable String regime,
        @Nullable List<@Nullable String> codes,
        @Nullable List<@Nullable String> nationalities,
        @Nullable List<String> purposes,
        @Nullable List<String> actions,
        @Nullable Quantity quantity,
        @Nullable Instant from,
        @Nullable Instant until) {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_LIST = 300;
    private static final long LARGEST_QUANTITY = 1_000_000_000_000L;

    /** The terms, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    LicenceTerms checked(Vocabulary vocabulary) {
        LicenceTerms terms = new LicenceTerms(
                Vocabulary.text(authority, "/authority", LONGEST_TEXT),
                Vocabulary.text(reference, "/reference", LONGEST_TEXT),
                Vocabulary.text(recipient, "/recipient", LONGEST_TEXT),
                Vocabulary.text(regime, "/regime", LONGEST_TEXT),
                each(codes, "/codes", code -> !code.isBlank() && code.length() <= LONGEST_TEXT, "is not a code"),
                each(nationalities, "/nationalities", Nation::isNation, "is not a country of ISO 3166-1 alpha-3"),
                vocabulary.purposes(purposes, "/purposes"),
                checkedActions(),
                checkedQuantity(),
                Vocabulary.present(from, "/from"),
                Vocabulary.present(until, "/until"));
        if (!terms.until().isAfter(terms.from())) {
            throw Problem.badRequest("/until", "is not after from");
        }
        return terms;
    }

    private List<String> checkedActions() {
        List<String> stated = Vocabulary.actions(actions, "/actions");
        int discovery = stated.indexOf("discover");
        if (discovery >= 0) {
            throw Problem.badRequest("/actions/" + discovery, "is included in any other action");
        }
        return stated;
    }

    private @Nullable Quantity checkedQuantity() {
        if (quantity == null) {
            return null;
        }
        Vocabulary.present(quantity.of(), "/quantity/of");
        if (quantity.count() < 1 || quantity.count() > LARGEST_QUANTITY) {
            throw Problem.badRequest("/quantity/count", "must be from 1 to " + LARGEST_QUANTITY);
        }
        return quantity;
    }

    private static List<String> each(
            @Nullable List<@Nullable String> stated, String pointer, Predicate<String> known, String fault) {
        List<@Nullable String> values = Vocabulary.present(stated, pointer);
        if (values.isEmpty() || values.size() > LONGEST_LIST) {
            throw Problem.badRequest(pointer, "must have 1 to " + LONGEST_LIST + " entries");
        }
        LinkedHashSet<String> checked = new LinkedHashSet<>();
        for (int index = 0; index < values.size(); index++) {
            String value = values.get(index);
            if (value == null || !known.test(value)) {
                throw Problem.badRequest(pointer + "/" + index, fault);
            }
            checked.add(value);
        }
        return List.copyOf(checked);
    }
}
