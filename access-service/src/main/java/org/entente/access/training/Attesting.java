package org.entente.access.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** That persons attended a course, as an authority states it; nothing of it is known to make sense yet. */
@Schema(examples = """
                {"authority": "7f9f3f0e-94f5-4e68-b6a1-0f4c0a2a1d77", "course": "responsible-use",
                 "attended": "2026-11-20T09:00:00Z", "until": "2027-11-20T00:00:00Z",
                 "persons": [{"sub": "a3f1c2d4-58e6-4c0b-9a57-3d2e1f0a9b88", "name": "A. Analyst"}]}""")
public record Attesting(
        @Nullable UUID authority,
        @Nullable String course,
        @Nullable Instant attended,
        @Nullable Instant until,
        @Nullable List<@Nullable Trained> persons) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PERSONS = 500;

    /**
     * Somebody who attended.
     *
     * @param sub stable identifier of their login
     * @param name for people to read
     */
    public record Trained(@Nullable String sub, @Nullable String name) {}

    /** The sheet, if every field makes sense; otherwise a 400 problem that names the first that does not. */
    Sheet checked(Authority by, TrainingSettings training, Instant now) {
        String named = Vocabulary.text(course, "/course", LONGEST_NAME);
        if (!by.terms().courses().contains(named)) {
            throw Problem.badRequest("/course", "is not a course that the authority may attest");
        }
        Instant from = Vocabulary.present(attended, "/attended");
        if (from.isAfter(now)) {
            throw Problem.badRequest("/attended", "is in the future");
        }
        Instant end = Vocabulary.present(until, "/until");
        if (!end.isAfter(now) || end.isAfter(from.plus(training.longest()))) {
            throw Problem.badRequest(
                    "/until", "must be in the future, and at most " + training.longest() + " after the course");
        }
        return new Sheet(UUID.randomUUID(), by.partner, named, by.id, null, now, end, checkedPersons());
    }

    private List<Sheet.Person> checkedPersons() {
        List<@Nullable Trained> stated = Vocabulary.present(persons, "/persons");
        if (stated.isEmpty() || stated.size() > MOST_PERSONS) {
            throw Problem.badRequest("/persons", "must have 1 to " + MOST_PERSONS + " entries");
        }
        List<Sheet.Person> checked = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (int index = 0; index < stated.size(); index++) {
            String place = "/persons/" + index;
            Trained person = Vocabulary.present(stated.get(index), place);
            String subject = Vocabulary.text(person.sub(), place + "/sub", LONGEST_NAME);
            if (!subjects.add(subject)) {
                throw Problem.badRequest(place + "/sub", "is there twice");
            }
            String name = person.name() == null ? null : Vocabulary.text(person.name(), place + "/name", LONGEST_NAME);
            checked.add(new Sheet.Person(subject, name, null));
        }
        return checked;
    }
}
