package org.entente.access.crisis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.entente.access.received.RefusedEventException;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.PlanAgreed;
import org.entente.events.order.Allowance;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan as crisis-service lays it out for consent. Its bytes are what is signed; what of it is policy is read
 * here once, before anybody can consent.
 *
 * @param parties all of them, the home side first
 * @param terms of which a part is policy
 */
record PlanDocument(String plan, int version, List<String> parties, JsonNode terms) {
    private static final int MOST = 64;
    private static final int LONGEST_NAME = 200;

    /** The ceiling that it sets; refused where it makes no sense here, for nobody could mean it. */
    PlanAgreed ceiling(Vocabulary vocabulary) {
        try {
            List<String> partners = texts("partners", code -> !code.equals(vocabulary.home()));
            requireParties(partners, vocabulary.home());
            requireAllowance();
            return new PlanAgreed(
                    plan,
                    version,
                    Vocabulary.text(terms.path("name").textValue(), "/name", LONGEST_NAME),
                    partners,
                    vocabulary.purposes(texts("purposes", text -> true), "/purposes"),
                    vocabulary.categories(texts("categories", text -> true), "/categories"),
                    Vocabulary.tier(
                            terms.path("tier").isInt() ? terms.path("tier").intValue() : null, "/tier"),
                    Vocabulary.ceiling(terms.path("ceiling").textValue(), "/ceiling"),
                    duration("/maxDuration"),
                    terms.has("groups") ? texts("groups", text -> true) : List.of());
        } catch (Problem problem) {
            throw new RefusedEventException("The plan " + plan + " makes no sense at " + problem.field() + ".");
        }
    }

    /** Whom the plan demands to decide, by whether its criterion is met. */
    int persons(boolean isCriterionMet) {
        JsonNode activators = terms.path("activators");
        return isCriterionMet
                ? activators.path("withCriterion").asInt(1)
                : Math.max(2, activators.path("without").asInt(2));
    }

    /** How often one activation may be extended. */
    int extensions() {
        return terms.path("extensions").asInt(0);
    }

    /** How long it may be in force in all; absent where the parties set no bound. */
    @Nullable Allowance allowance() {
        return terms.has("allowance")
                ? new Allowance(duration("/allowance/atMost"), duration("/allowance/within"))
                : null;
    }

    /** The same in words, so that whoever consents also sees where there is none. */
    String allowanceInWords() {
        Allowance allowance = allowance();
        return allowance == null
                ? "without bound: as often as it is activated"
                : "in force for at most " + allowance.atMost() + " within any " + allowance.within();
    }

    String sha256() {
        return Document.sha256(this);
    }

    private void requireParties(List<String> partners, String home) {
        List<String> expected = new ArrayList<>(List.of(home));
        expected.addAll(partners);
        if (!expected.equals(parties)) {
            throw Problem.badRequest("/parties", "are not the home side and the partners");
        }
    }

    /** One that no activation could stay within, or that bounds nothing, is a mistake or a trick. */
    private void requireAllowance() {
        Allowance allowance = allowance();
        if (allowance == null) {
            return;
        }
        if (allowance.atMost().compareTo(duration("/maxDuration")) < 0) {
            throw Problem.badRequest("/allowance/atMost", "is less than one activation may last");
        }
        if (allowance.within().compareTo(allowance.atMost()) <= 0
                || allowance.within().compareTo(Allowance.LONGEST) > 0) {
            throw Problem.badRequest("/allowance/within", "bounds nothing");
        }
    }

    private Duration duration(String pointer) {
        try {
            Duration stated = Duration.parse(terms.at(pointer).asText());
            if (stated.isNegative() || stated.isZero()) {
                throw Problem.badRequest(pointer, "must be more than nothing");
            }
            return stated;
        } catch (java.time.format.DateTimeParseException fault) {
            throw Problem.badRequest(pointer, "is no duration");
        }
    }

    private List<String> texts(String member, Predicate<String> isAllowed) {
        JsonNode stated = terms.path(member);
        List<String> texts = new ArrayList<>();
        stated.forEach(item -> texts.add(item.asText()));
        boolean isInOrder = stated.isArray()
                && !texts.isEmpty()
                && texts.size() <= MOST
                && texts.stream().allMatch(text -> !text.isBlank() && isAllowed.test(text));
        if (!isInOrder) {
            throw Problem.badRequest("/" + member, "must have 1 to " + MOST + " entries that make sense");
        }
        return texts;
    }
}
