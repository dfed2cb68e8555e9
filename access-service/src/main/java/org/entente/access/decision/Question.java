package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.access.policy.Particular;
import org.entente.access.vocabulary.Assurance;
import org.entente.label.Act;
import org.entente.label.Clearance;
import org.jspecify.annotations.Nullable;

/** What is to be decided. */
sealed interface Question permits Question.OfAsset, Question.UnderHouseRules, Question.Unruled, Search {

    /**
     * What a person of a partner may have of an asset.
     *
     * @param stated the request as it was stated, for the conditions of agreements
     */
    record OfAsset(Person person, Act act, Asset asset, Context context, JsonNode stated) implements Question {

        OfAsset(Person person, Act act, Asset asset, Context context) {
            this(person, act, asset, context, MissingNode.getInstance());
        }

        /** Who asks about which asset: what a grant may be bound to; what was not stated is nobody and nothing. */
        Particular particular() {
            String subject = stated.path("subject").path("id").asText("");
            return new Particular(
                    subject, person.unit(), stated.path("resource").path("id").asText(""));
        }

        OfAsset with(Act other) {
            return new OfAsset(person, other, asset, context, stated);
        }
    }

    /**
     * What a subject may do with a resource that house rules may govern.
     *
     * @param stated the request as it was stated, each entity with what identifies it
     */
    record UnderHouseRules(JsonNode stated, Instant instant) implements Question {

        String text(String entity, String member) {
            return stated.path(entity).path(member).asText();
        }
    }

    /** Something for which there is no rule. */
    record Unruled(String why) implements Question {}

    /**
     * Who reads; what is absent is not known, and what is not known permits nothing.
     *
     * @param nationalities held or formerly held
     * @param assurance how they logged in
     * @param dataRoom in which they are
     * @param address from which they ask
     * @param country from which they ask
     * @param unit of the partner's organisation to which they belong
     */
    record Person(
            @Nullable String partner,
            @Nullable List<String> nationalities,
            List<Clearance> clearances,
            @Nullable Assurance assurance,
            @Nullable String dataRoom,
            @Nullable String address,
            @Nullable String country,
            @Nullable String unit) {

        /** A person of no unit that is known. */
        Person(
                @Nullable String partner,
                @Nullable List<String> nationalities,
                List<Clearance> clearances,
                @Nullable Assurance assurance,
                @Nullable String dataRoom,
                @Nullable String address,
                @Nullable String country) {
            this(partner, nationalities, clearances, assurance, dataRoom, address, country, null);
        }

        public Person {
            clearances = present(clearances);
        }

        /** A person of whom nothing is known. */
        static Person unknown() {
            return new Person(null, null, List.of(), null, null, null, null);
        }

        /** The partner's code; the empty one, which is no partner's, if it is not known. */
        String nation() {
            return Objects.requireNonNullElse(partner, "");
        }
    }

    /**
     * The marking of an asset.
     *
     * @param originator of labels that name none
     * @param portions in their order
     * @param tearlines sanitised versions of the whole
     * @param labels by the names that portions use
     * @param publicRelease reference of the recorded decision to release it to the public
     */
    record Asset(
            @Nullable String originator,
            List<Portion> portions,
            List<Portion> tearlines,
            Map<String, StatedLabel> labels,
            @Nullable String publicRelease) {

        public Asset {
            portions = present(portions);
            tearlines = present(tearlines);
            labels = labels == null ? Map.of() : Map.copyOf(labels);
        }

        /** An asset of which nothing is known. */
        static Asset unknown() {
            return new Asset(null, List.of(), List.of(), Map.of(), null);
        }
    }

    /** A part with a label of its own. */
    record Portion(String id, @Nullable StatedLabel label) {}

    /**
     * What for, and when.
     *
     * @param purpose absent for discovery only
     * @param instant of the decision
     * @param exercise whether nothing of this is real
     */
    record Context(
            @Nullable String purpose,
            @Nullable Instant instant,
            @Nullable Boolean exercise) {}

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
