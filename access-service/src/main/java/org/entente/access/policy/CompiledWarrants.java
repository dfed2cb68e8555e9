package org.entente.access.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.access.consent.Giver;
import org.jspecify.annotations.Nullable;

/** Consents and licences by recipient, attestations by person. */
public final class CompiledWarrants {
    /** What is not used up by using it first, then what ends last. */
    private static final Comparator<HeldLicence> PREFERENCE = Comparator.comparing(
                    (HeldLicence licence) -> licence.counted() != null)
            .thenComparing(HeldLicence::until, Comparator.reverseOrder())
            .thenComparing(HeldLicence::id);

    private static final int DEEPEST_TIER = 4;

    private final List<List<String>> courses;
    private final Map<String, List<GivenConsent>> consents = new HashMap<>();
    private final Map<String, List<HeldLicence>> licences = new HashMap<>();
    private final Map<String, Map<String, List<Attestation>>> attestations = new HashMap<>();

    CompiledWarrants(Warrants warrants) {
        this.courses = IntStream.rangeClosed(0, DEEPEST_TIER)
                .mapToObj(tier -> List.copyOf(warrants.courses().getOrDefault(tier, List.of())))
                .toList();
        warrants.consents().stream()
                .sorted(Comparator.comparing(GivenConsent::id))
                .forEach(consent -> consent.terms().nations().forEach(nation -> listed(consents, nation)
                        .add(consent)));
        warrants.licences().stream().sorted(PREFERENCE).forEach(licence -> listed(
                        licences, licence.terms().recipient())
                .add(licence));
        for (Attestation attestation : warrants.attestations()) {
            Map<String, List<Attestation>> byPerson =
                    attestations.computeIfAbsent(attestation.partner(), partner -> new HashMap<>());
            listed(byPerson, attestation.person()).add(attestation);
        }
    }

    /** The first consent of a giver, by identifier, that lets that go to the recipient at an instant (see {@link Micros}). */
    public @Nullable GivenConsent consent(Giver giver, String recipient, Reach reach, String asset, long micros) {
        for (GivenConsent consent : consents.getOrDefault(recipient, List.of())) {
            if (consent.isBy(giver.kind(), giver.code()) && consent.covers(recipient, reach, asset, micros)) {
                return consent;
            }
        }
        return null;
    }

    /** The licences for a recipient, whatever their time: those that nothing is counted of first. */
    public List<HeldLicence> licences(String recipient) {
        return licences.getOrDefault(recipient, List.of());
    }

    /** Whether somebody who may has attested the course, and the attestation is live at an instant (see {@link Micros}). */
    public boolean isAttested(String partner, String person, String course, long micros) {
        List<Attestation> held = attestations.getOrDefault(partner, Map.of()).getOrDefault(person, List.of());
        for (Attestation attestation : held) {
            if (attestation.course().equals(course) && attestation.isLive(micros)) {
                return true;
            }
        }
        return false;
    }

    /** The courses that a tier demands of whoever is shown anything of it. */
    public List<String> courses(int tier) {
        return courses.get(tier);
    }

    /** The assets that consents for a recipient are about, sorted: what is decided about labels says nothing about them. */
    public SortedSet<String> named(String recipient) {
        SortedSet<String> named = new TreeSet<>();
        for (GivenConsent consent : consents.getOrDefault(recipient, List.of())) {
            Optional.ofNullable(consent.terms().material().asset()).ifPresent(named::add);
        }
        return named;
    }

    /** When something of it begins or ends by itself, that lists depend on: nothing of a person does. */
    static Stream<Instant> dates(Warrants warrants) {
        return Stream.concat(
                warrants.consents().stream().flatMap(consent -> Stream.of(consent.from(), consent.until())),
                warrants.licences().stream()
                        .flatMap(licence -> Stream.of(licence.terms().from(), licence.until())));
    }

    private static <V> List<V> listed(Map<String, List<V>> lists, String key) {
        return lists.computeIfAbsent(key, absent -> new ArrayList<>(1));
    }
}
