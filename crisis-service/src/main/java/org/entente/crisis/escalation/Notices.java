package org.entente.crisis.escalation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is to be sent, written in the transaction of the move that calls for it. A notice has an identifier that follows from
 * the move, so that the same is never there twice, and by which its receiver knows it again.
 */
final class Notices {
    private static final String WRITE = """
        insert into escalation_notice (id, escalation, number, person, channel, address, subject, body, exercise)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing\
        """;

    private Notices() {}

    /**
     * Writes what a course calls for.
     *
     * @param number of the change that the move is
     */
    static Uni<Void> write(SqlClient transaction, UUID escalation, long number, Course course) {
        List<Tuple> rows = new ArrayList<>();
        course.once().forEach(contact -> {
            if (contact.mail() != null) {
                rows.add(row(escalation, number, course, contact, Channel.MAIL, contact.mail()));
            }
            if (contact.webhook() != null) {
                rows.add(row(escalation, number, course, contact, Channel.WEBHOOK, contact.webhook()));
            }
        });
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(WRITE).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple row(
            UUID escalation, long number, Course course, Contact contact, Channel channel, String address) {
        String key = escalation + " " + number + " " + contact.person() + " " + channel + " " + address;
        Matter matter = course.next().matter();
        return Tuple.tuple()
                .addUUID(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .addUUID(escalation)
                .addLong(number)
                .addString(contact.person())
                .addString(channel.name())
                .addString(address)
                .addString(matter.headline())
                .addString(text(escalation, course.next()))
                .addBoolean(matter.rehearsed());
    }

    private static String text(UUID escalation, Escalation next) {
        Ladder ladder = next.ladder();
        int level = next.call().level();
        return (next.matter().rehearsed() ? "This is an exercise. Nothing of it is real.\n\n" : "")
                + ladder.title() + ", level " + (level + 1) + " of "
                + ladder.levels().size() + " ("
                + ladder.level(level).name() + ").\n\n" + next.matter().subject() + "\n\n"
                + (next.matter().text() == null ? "" : next.matter().text() + "\n\n")
                + (next.due() == null ? "" : "Please acknowledge by " + next.due() + ".\n")
                + "Acknowledge: /crisis/pages/escalations/" + escalation + "\n";
    }

    /** The ways by which somebody is called. */
    enum Channel {
        MAIL,
        WEBHOOK
    }
}
