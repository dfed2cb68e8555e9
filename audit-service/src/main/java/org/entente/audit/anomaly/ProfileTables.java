package org.entente.audit.anomaly;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The statements with which profiles and remembered hours are kept, within the transaction of the monitor. */
final class ProfileTables {

    private static final String SUBJECTS = "(select * from unnest($1::text[], $2::text[], $3::boolean[]))";
    private static final String PROFILES =
            "select scope, subject, exercise, state from profile where (scope, subject, exercise) in " + SUBJECTS;
    private static final String HOURS = "select s.scope, s.subject, s.exercise, h.features from unnest("
            + "$1::text[], $2::text[], $3::boolean[]) as s (scope, subject, exercise) cross join lateral ("
            + "select hour, features from profile_hour h where h.scope = s.scope and h.subject = s.subject"
            + " and h.exercise = s.exercise order by hour desc limit $4) h order by h.hour";
    private static final String SAVE = "insert into profile (scope, subject, exercise, state)"
            + " select * from unnest($1::text[], $2::text[], $3::boolean[], $4::text[])"
            + " on conflict (scope, subject, exercise) do update set state = excluded.state, changed = now()";
    private static final String SAVE_HOUR = "insert into profile_hour (scope, subject, exercise, hour, features)"
            + " values ($1, $2, $3, $4, $5) on conflict do nothing";
    private static final String FORGET =
            "delete from profile_hour h using unnest($1::text[], $2::text[], $3::boolean[])"
                    + " as s (scope, subject, exercise) where h.scope = s.scope and h.subject = s.subject and h.exercise = s.exercise"
                    + " and h.hour < (select hour from profile_hour k where k.scope = s.scope and k.subject = s.subject"
                    + " and k.exercise = s.exercise order by hour desc offset $4 limit 1)";

    private final SqlClient transaction;
    private final int memory;

    /** @param memory hours that are remembered */
    ProfileTables(SqlClient transaction, int memory) {
        this.transaction = transaction;
        this.memory = memory;
    }

    /** The stored profiles, as text. */
    Uni<Map<Subject, String>> profiles(Collection<Subject> subjects) {
        return transaction.preparedQuery(PROFILES).execute(columns(subjects)).map(rows -> {
            Map<Subject, String> found = new HashMap<>();
            rows.forEach(row -> found.put(subject(row), row.getString("state")));
            return found;
        });
    }

    /** Remembered hours, oldest first. */
    Uni<Map<Subject, Deque<double[]>>> hours(Collection<Subject> subjects) {
        Tuple values = columns(subjects).addInteger(memory);
        return transaction.preparedQuery(HOURS).execute(values).map(rows -> {
            Map<Subject, Deque<double[]>> found = new HashMap<>();
            subjects.forEach(subject -> found.put(subject, new ArrayDeque<>()));
            rows.forEach(row -> found.get(subject(row)).add(point(row)));
            return found;
        });
    }

    Uni<Void> save(Map<Subject, Profile> profiles) {
        if (profiles.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<Subject, Profile>> entries = new ArrayList<>(profiles.entrySet());
        Tuple values = columns(entries.stream().map(Map.Entry::getKey).toList())
                .addArrayOfString(entries.stream()
                        .map(entry -> ProfileJson.write(entry.getValue()))
                        .toArray(String[]::new));
        return transaction.preparedQuery(SAVE).execute(values).replaceWithVoid();
    }

    /** Remembers hours, and forgets those that are too many. */
    Uni<Void> remember(Map<Subject, List<Profile.Ended>> ended) {
        if (ended.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = new ArrayList<>();
        ended.forEach((subject, hours) -> hours.forEach(hour -> rows.add(Tuple.tuple()
                .addString(subject.scope().wireName())
                .addString(subject.id())
                .addBoolean(subject.exercise())
                .addLong(hour.hour())
                .addArrayOfDouble(boxed(hour.features())))));
        return transaction
                .preparedQuery(SAVE_HOUR)
                .executeBatch(rows)
                .chain(() -> transaction
                        .preparedQuery(FORGET)
                        .execute(columns(ended.keySet()).addInteger(memory - 1)))
                .replaceWithVoid();
    }

    private static Tuple columns(Collection<Subject> subjects) {
        return Tuple.tuple()
                .addArrayOfString(texts(subjects, subject -> subject.scope().wireName()))
                .addArrayOfString(texts(subjects, Subject::id))
                .addArrayOfBoolean(subjects.stream().map(Subject::exercise).toArray(Boolean[]::new));
    }

    private static String[] texts(Collection<Subject> subjects, Function<Subject, String> column) {
        return subjects.stream().map(column).toArray(String[]::new);
    }

    private static Subject subject(Row row) {
        return new Subject(
                Subject.Scope.find(row.getString("scope")).orElseThrow(),
                row.getString("subject"),
                row.getBoolean("exercise"));
    }

    private static double[] point(Row row) {
        Double[] boxed = row.getArrayOfDoubles("features");
        double[] point = new double[boxed.length];
        for (int index = 0; index < boxed.length; index++) {
            point[index] = boxed[index];
        }
        return point;
    }

    private static Double[] boxed(double[] point) {
        Double[] boxed = new Double[point.length];
        for (int index = 0; index < point.length; index++) {
            boxed[index] = point[index];
        }
        return boxed;
    }
}
