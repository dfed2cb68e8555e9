package org.entente.access.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.access.vocabulary.Assurance;
import org.entente.label.Act;
import org.entente.label.Clearance;
import org.jspecify.annotations.Nullable;

/** What is to be decided. */
sealed interface Question {

    /** What a person of a partner may have of an asset. */
    record OfAsset(Person person, Act act, Asset asset, Context context) implements Question {

        OfAsset with(Act other) {
            return new OfAsset(person, other, asset, context);
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
     */
    record Person(
            @Nullable String partner,
            @Nullable List<String> nationalities,
            @Nullable List<Clearance> clearances,
            @Nullable Assurance assurance,
            @Nullable String dataRoom,
            @Nullable String address,
            @Nullable String country) {

        public Person {
            clearances = List.copyOf(Objects.requireNonNullElse(clearances, List.of()));
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
            @Nullable List<Portion> portions,
            @Nullable List<Portion> tearlines,
            @Nullable Map<String, StatedLabel> labels,
            @Nullable String publicRelease) {

        public Asset {
            portions = List.copyOf(Objects.requireNonNullElse(portions, List.of()));
            tearlines = List.copyOf(Objects.requireNonNullElse(tearlines, List.of()));
            labels = Map.copyOf(Objects.requireNonNullElse(labels, Map.of()));
        }
    }

    /** A part with a label of its own. */
    record Portion(@Nullable String id, @Nullable StatedLabel label) {}

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
}
