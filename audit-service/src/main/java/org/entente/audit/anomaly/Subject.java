package org.entente.audit.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose habits are watched.
 *
 * @param id of the person, unit ({@code partner/unit}) or partner
 * @param exercise whether these are the habits of an exercise, which are kept apart
 */
record Subject(Scope scope, String id, boolean exercise) {

    /** How many people a subject stands for. */
    enum Scope {
        PERSON("person"),
        UNIT("unit"),
        PARTNER("partner");

        private final String wireName;

        Scope(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        static Optional<Scope> find(String wireName) {
            return Arrays.stream(values())
                    .filter(scope -> scope.wireName.equals(wireName))
                    .findFirst();
        }
    }

    /** Everyone whose habits an access says something about: the person, its unit, its partner. */
    static List<Subject> of(Access.Accessor by) {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject(Scope.PERSON, by.person(), by.exercise()));
        if (by.partner() != null) {
            if (by.unit() != null) {
                subjects.add(new Subject(Scope.UNIT, by.partner() + "/" + by.unit(), by.exercise()));
            }
            subjects.add(new Subject(Scope.PARTNER, by.partner(), by.exercise()));
        }
        return subjects;
    }
}
