package org.entente.catalog.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Disclosure;
import org.entente.catalog.asset.KnownLabels;
import org.entente.catalog.asset.LabelSets;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.content.Digests;
import org.entente.catalog.discovery.Profile.Aim;
import org.entente.http.Problem;

/**
 * Shows what spans many assets: reads it with the decisions at hand, has access-service record it on the epoch of these
 * decisions, and answers then. Where the epoch is over, or time has passed, it starts again with new decisions.
 */
@ApplicationScoped
class Disclosures {
    private static final int ATTEMPTS = 4;

    private final LabelSets labels;
    private final Profiles profiles;
    private final Discovery discovery;
    private final AccessService access;
    private final MarkingChanges changes;
    private final ListingConfig config;
    private final ObjectMapper json;

    Disclosures(
            LabelSets labels,
            Profiles profiles,
            Discovery discovery,
            AccessService access,
            MarkingChanges changes,
            ListingConfig config,
            ObjectMapper json) {
        this.labels = labels;
        this.profiles = profiles;
        this.discovery = discovery;
        this.access = access;
        this.changes = changes;
        this.config = config;
        this.json = json;
    }

    /** What a reader may discover: by labels, and by name. */
    record Sight(KnownLabels known, Verdicts verdicts, Named named) {
        /** Whether it admits the reader to an asset under that label of it. */
        boolean admits(UUID asset, String label) {
            Set<String> byName = named.admitted().get(asset);
            return byName == null ? admits(label) : byName.contains(label);
        }

        List<Integer> sets() {
            return known.setsWithAny(verdicts.admitted());
        }

        boolean admits(String label) {
            return verdicts.admit(known, label);
        }
    }

    /**
     * What is going to be shown.
     *
     * @param what of the catalog it is
     * @param assets how many it shows
     * @param answer by the identifier of its record
     * @param decisions that it rests on besides those on discovery
     */
    record Draft(String what, int assets, Function<String, Object> answer, List<String> decisions) {
        Draft(String what, int assets, Function<String, Object> answer) {
            this(what, assets, answer, List.of());
        }
    }

    /** The bytes of the answer, once it is on record; a 503 problem if there is no decision, no record, or not in time. */
    Uni<byte[]> show(Asking asking, Function<Sight, Uni<Draft>> read) {
        return show(asking, read, ATTEMPTS);
    }

    private Uni<byte[]> show(Asking asking, Function<Sight, Uni<Draft>> read, int attempts) {
        if (attempts == 0) {
            throw Problem.unavailable("Policy changes faster than this can be shown.");
        }
        return labels.present()
                .chain(present -> sight(asking, present.known())
                        .chain(sight -> answered(asking, sight, present.markings(), read)))
                .chain(answer -> answer.isEmpty()
                        ? show(asking, read, attempts - 1)
                        : Uni.createFrom().item(answer.get()));
    }

    private Uni<Sight> sight(Asking asking, KnownLabels known) {
        return profiles.of(Aim.DISCOVER, asking, known)
                .chain(verdicts ->
                        discovery.named(asking, known, verdicts).map(named -> new Sight(known, verdicts, named)));
    }

    /** Empty where the decisions do not hold any more, or what was read was read under labels that have changed meanwhile. */
    private Uni<Optional<byte[]>> answered(
            Asking asking, Sight sight, long markings, Function<Sight, Uni<Draft>> read) {
        if (!sight.named().isOfOneEpoch()) {
            profiles.forget(Aim.DISCOVER, asking, sight.verdicts());
            return Uni.createFrom().item(Optional.empty());
        }
        return read.apply(sight).chain(draft -> {
            long start = System.nanoTime();
            return Uni.combine()
                    .all()
                    .unis(recorded(asking, sight, draft), changes.epoch())
                    .asTuple()
                    .map(both -> {
                        requireInTime(start);
                        changes.requireInTime(start);
                        if (both.getItem1().isEmpty()) {
                            profiles.forget(Aim.DISCOVER, asking, sight.verdicts());
                        }
                        return both.getItem2() == markings ? both.getItem1() : Optional.<byte[]>empty();
                    });
        });
    }

    /** Empty if the decisions do not hold any more. */
    private Uni<Optional<byte[]>> recorded(Asking asking, Sight sight, Draft draft) {
        Verdicts verdicts = sight.verdicts();
        String id = UUID.randomUUID().toString();
        byte[] answer = bytes(draft.answer().apply(id));
        Disclosure disclosure = new Disclosure(
                id,
                Stream.of(verdicts.decisions(), sight.named().decisions(), draft.decisions())
                        .flatMap(List::stream)
                        .toList(),
                verdicts.epoch(),
                sight.named().validUntil(),
                asking.subject().id(),
                asking.subject().properties().partner(),
                asking.purpose(),
                draft.what(),
                draft.assets(),
                Digests.sha256(answer));
        return access.disclose(disclosure).map(isRecorded -> isRecorded ? Optional.of(answer) : Optional.empty());
    }

    private byte[] bytes(Object answer) {
        try {
            return answer instanceof byte[] written ? written : json.writeValueAsBytes(answer);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** A withdrawal does not wait any longer for what was recorded before it. */
    private void requireInTime(long start) {
        if (System.nanoTime() - start > config.answerWithin().toNanos()) {
            throw Problem.unavailable("This could not be shown in time.");
        }
    }
}
