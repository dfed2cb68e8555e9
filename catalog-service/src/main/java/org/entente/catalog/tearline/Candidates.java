package org.entente.catalog.tearline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.catalog.access.Portion;
import org.entente.catalog.access.Supposition;
import org.entente.label.Label;

/** Labels that a tearline for a partner could have, to be tried out: the most informative first. */
final class Candidates {
    private static final String COMMON = "ALLIANCE";
    private static final List<String> LEVELS = List.of("SECRET", "CONFIDENTIAL", "RESTRICTED", "UNCLASSIFIED");
    private static final List<String> CATEGORIES = List.of("sensitive", "shared-analysis", "situational-awareness");
    private static final String NAME = "candidate ";

    private final List<Label> labels = new ArrayList<>();

    Candidates(String partner) {
        for (String level : LEVELS) {
            for (String category : CATEGORIES) {
                labels.add(new Label(
                        COMMON,
                        level,
                        null,
                        null,
                        List.of(partner),
                        null,
                        null,
                        false,
                        null,
                        List.of(category),
                        null,
                        null,
                        null));
            }
        }
    }

    /** As tearlines to ask about, each under its own label. */
    List<Portion> portions() {
        List<Portion> portions = new ArrayList<>();
        for (int index = 0; index < labels.size(); index++) {
            portions.add(new Portion(NAME + index, NAME + index));
        }
        return portions;
    }

    /** The labels by their names. */
    Map<String, Label> byName() {
        Map<String, Label> byName = new HashMap<>();
        for (int index = 0; index < labels.size(); index++) {
            byName.put(NAME + index, labels.get(index));
        }
        return byName;
    }

    /** Those against which nothing speaks. */
    List<Label> admitted(Supposition supposition) {
        Set<String> refused = new HashSet<>();
        supposition.reasons().forEach(reason -> refused.add(Objects.requireNonNullElse(reason.tearline(), "")));
        List<Label> admitted = new ArrayList<>();
        for (int index = 0; index < labels.size(); index++) {
            if (supposition.wouldPermit() && !refused.contains(NAME + index)) {
                admitted.add(labels.get(index));
            }
        }
        return admitted;
    }
}
