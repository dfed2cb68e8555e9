package org.entente.access.crisis;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.entente.access.crisis.OrderCheck.Running;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.Allowance;

/** What activations were, are and will be by what was carried out; within the current Panache transaction. */
final class Courses {
    private static final String ORDERED = """
        from crisis_activation activation
        left join crisis_activation_end ended on ended.activation = activation.id
        left join (select activation, max(valid_until) as extended, max(number) as extensions
                   from crisis_activation_extension group by activation) extension on extension.activation = activation.id
        """;

    private static final String RUNNING = """
        select activation.plan, activation.plan_version, valid_from,
               least(greatest(valid_until, extended), ended.at) as until, coalesce(extensions, 0)
        """ + ORDERED + "where activation.id = ?1";

    /** An end counts from when it was heard: until then it had no effect, whenever crisis-service says that it was. */
    private static final String OTHERS =
            """
        select valid_from, least(greatest(valid_until, extended), greatest(ended.at, heard_at)) as until
        """ + ORDERED + "where activation.plan = ?1 and plan_version = ?2 and activation.id <> ?3";

    private Courses() {}

    static Uni<Optional<Running>> running(String activation) {
        return Sql.rows(Object[].class, RUNNING, activation)
                .map(rows -> rows.stream().findFirst().map(Courses::running));
    }

    /** When the version was or will be in force by other activations than the one that is ordered. */
    static Uni<List<Allowance.Span>> others(ActivationOrder order) {
        return Sql.rows(Object[].class, OTHERS, order.plan(), order.version(), order.activation())
                .map(rows -> rows.stream()
                        .map(row -> new Allowance.Span(Instants.of(row[0]), Instants.of(row[1])))
                        .toList());
    }

    private static Running running(Object[] row) {
        return new Running(
                (String) row[0],
                ((Number) row[1]).intValue(),
                Instants.of(row[2]),
                Instants.of(row[3]),
                ((Number) row[4]).intValue());
    }
}
