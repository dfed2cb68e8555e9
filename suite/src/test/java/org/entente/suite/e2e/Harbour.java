package org.entente.suite.e2e;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.entente.suite.demo.SampleBundle;

/** What is known of the sample bundle, written down independently of the code that labels it. */
final class Harbour {

    /** Properties that a granular marking labels otherwise than their object. */
    static final int SEPARATELY_MARKED = 3;

    /** Texts that no reader of tier 1 may see: in an object of another tier, and in a property that is marked by itself. */
    static final String[] SECRETS = {"BuoyRat", "Ebb Tide", "Lantern Moth", "watchman"};

    /** Texts above the ceiling of the crisis plan. */
    static final String[] ABOVE_THE_CEILING = {"Ebb Tide", "Lantern Moth", "The first dark night", "watchman"};

    private static final Set<String> TYPES_OF_TIER_ONE = Set.of(
            "attack-pattern",
            "course-of-action",
            "infrastructure",
            "location",
            "marking-definition",
            "tool",
            "vulnerability");
    private static final String MARKED_AS_TIER_ONE = "Schedule overwritten at low tide";
    /** The definition of a label is as secret as what it labels. */
    private static final String DEFINITION_OF_SECRET = "ALLIANCE SECRET";

    private static final Pattern NUMBERS = Pattern.compile("\\d+ of \\d+ portions|objects became \\d+ portions");

    private Harbour() {}

    static List<String> objectsOfTierOne() {
        return StreamSupport.stream(SampleBundle.read().path("objects").spliterator(), false)
                .filter(object -> isOfTierOne(
                        object.path("type").asText(), object.path("name").asText()))
                .map(object -> object.path("id").asText())
                .toList();
    }

    private static boolean isOfTierOne(String type, String name) {
        return name.equals(MARKED_AS_TIER_ONE)
                || TYPES_OF_TIER_ONE.contains(type) && !name.equals(DEFINITION_OF_SECRET);
    }

    /** The numbers of portions in what the demo tells. */
    static List<String> numbersIn(String telling) {
        return NUMBERS.matcher(telling).results().map(MatchResult::group).toList();
    }
}
