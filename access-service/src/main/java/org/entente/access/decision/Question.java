package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.entente.access.policy.Particular;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Binding;
import org.entente.label.Act;
import org.entente.label.Clearance;
import org.jspecify.annotations.Nullable;

/** What is to be decided. */
sealed interface Question permits Question.OfAsset, Question.UnderHouseRules, Question.Unruled, Search {

    /**
     * What a person of a partner may have of an asset.
     *
     * @param stated the request as it was stated, for the conditions of agreements
     * @param spent licences of which too little is left for this question
     */
    record OfAsset(Person person, Act act, Asset asset, Context context, JsonNode stated, Set<UUID> spent)
            implements Question {

        OfAsset(Person person, Act act, Asset asset, Context context) {
            this(person, act, asset, context, MissingNode.getInstance());
        }

        OfAsset(Person person, Act act, Asset asset, Context context, JsonNode stated) {
            this(person, act, asset, context, stated, Set.of());
        }

        /** Who asks about which asset: what a grant may be bound to; what was not stated is nobody and nothing. */
        Particular particular() {
            return new Particular(subjectId(), person.unit(), resourceId());
        }

        OfAsset with(Act other) {
            return new OfAsset(person, other, asset, context, stated, spent);
        }

        OfAsset without(Set<UUID> licences) {
            return new OfAsset(person, act, asset, context, stated, licences);
        }

        /** Whom consents and attestations of persons are about; the empty one is nobody's. */
        String subjectId() {
            return stated.path("subject").path("id").asText("");
        }

        /** The asset that consents may be about; the empty one is none's. */
        String resourceId() {
            return stated.path("resource").path("id").asText("");
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
     * @param binding to what their token is bound; absent for a bearer token
     * @param authenticated when they logged in
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
            @Nullable Binding binding,
            @Nullable Instant authenticated,
            @Nullable String unit) {

        public Person {
            clearances = present(clearances);
        }

        /** A person of whom nothing is known. */
        static Person unknown() {
            return new Person(null, null, List.of(), null, null, null, null, null, null, null);
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
     * @param recipient to whom it is to be passed on, where it is
     */
    record Context(
            @Nullable String purpose,
            @Nullable Instant instant,
            @Nullable Boolean exercise,
            @Nullable String recipient) {

        Context(@Nullable String purpose, @Nullable Instant instant, @Nullable Boolean exercise) {
            this(purpose, instant, exercise, null);
        }
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
