package org.entente.label.stix;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.label.Tlp;

/** The TLP marking definitions that every consumer of STIX knows without being sent them. */
final class TlpMarkings {

    /** TLP 2.0 as an extension of STIX 2.1 (OASIS, STIX common object repository). */
    static final String TLP_2_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    /** STIX 2.1, section 7.2.1.4, whose white is the clear of TLP 2.0. */
    static final Map<String, Tlp> TLP_1_NAMES =
            Map.of("white", Tlp.CLEAR, "green", Tlp.GREEN, "amber", Tlp.AMBER, "red", Tlp.RED);

    static final Map<String, Tlp> TLP_2_NAMES = Map.of(
            "clear",
            Tlp.CLEAR,
            "green",
            Tlp.GREEN,
            "amber",
            Tlp.AMBER,
            "amber+strict",
            Tlp.AMBER_STRICT,
            "red",
            Tlp.RED);

    /** STIX 2.1, section 7.2.1.4. */
    private static final Map<String, Tlp> WELL_KNOWN_1 = Map.of(
            "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp.CLEAR,
            "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp.GREEN,
            "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp.AMBER,
            "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp.RED);

    private static final Map<String, Tlp> WELL_KNOWN_2 = Map.of(
            "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp.CLEAR,
            "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp.GREEN,
            "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp.AMBER,
            "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp.AMBER_STRICT,
            "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp.RED);

    private static final Map<String, Tlp> WELL_KNOWN = Stream.of(WELL_KNOWN_1, WELL_KNOWN_2)
            .flatMap(ids -> ids.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private TlpMarkings() {}

    static Map<String, Marking> wellKnown() {
        return WELL_KNOWN.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Marking(entry.getValue(), null)));
    }

    static String tlp1Id(Tlp tlp) {
        return key(WELL_KNOWN_1, asTlp1(tlp));
    }

    static String tlp1Name(Tlp tlp) {
        return key(TLP_1_NAMES, asTlp1(tlp));
    }

    static String tlp2Id(Tlp tlp) {
        return key(WELL_KNOWN_2, tlp);
    }

    static String tlp2Name(Tlp tlp) {
        return key(TLP_2_NAMES, tlp);
    }

    /** TLP 1 has no amber for one organisation alone: what it has and is not looser is red. */
    private static Tlp asTlp1(Tlp tlp) {
        return tlp == Tlp.AMBER_STRICT ? Tlp.RED : tlp;
    }

    private static String key(Map<String, Tlp> names, Tlp tlp) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue() == tlp)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static boolean isWellKnown(String id) {
        return WELL_KNOWN.containsKey(id);
    }

    /** A well-known id stands for its own TLP and nothing else: otherwise a bundle could make red mean clear. */
    static boolean contradicts(String id, Marking marking) {
        Tlp tlp = WELL_KNOWN.get(id);
        return tlp != null && (marking.label() != null || !Objects.equals(marking.tlp(), tlp));
    }
}
