package org.entente.audit.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Kind;
import org.entente.audit.indicator.Open.Whose;
import org.entente.audit.indicator.Tally.Happened;
import org.entente.events.EventTypes;

/** Crisis plans: how long they are in force, and whether they end when they should. */
final class CrisisReading implements Reading {

    private static final int MOST_PARTIES = 64;
    private static final String EXTENDED = "org.entente.crisis.activation.extended.v1";

    private final Roster roster;

    CrisisReading(Roster roster) {
        this.roster = roster;
    }

    @Override
    public List<Key> touched(Logged entry) {
        return switch (entry.type()) {
            case EventTypes.PLAN_AGREED -> List.of(plan(entry.subject()));
            case EventTypes.ACTIVATION_STARTED ->
                List.of(activation(entry), plan(Objects.requireNonNullElse(entry.text("plan"), "")));
            case EventTypes.ACTIVATION_ENDED, EXTENDED -> List.of(activation(entry));
            default -> List.of();
        };
    }

    @Override
    public void read(Logged entry, Books books, Tally tally) {
        switch (entry.type()) {
            case EventTypes.PLAN_AGREED ->
                books.put(Open.of(plan(entry.subject()), entry.at(), Whose.NOBODYS)
                        .noting(partners(entry)));
            case EventTypes.ACTIVATION_STARTED -> started(entry, books);
            case EXTENDED -> extended(entry, books);
            case EventTypes.ACTIVATION_ENDED -> ended(entry, books, tally);
            default -> {}
        }
    }

    private void started(Logged entry, Books books) {
        Open plan = books.find(plan(Objects.requireNonNullElse(entry.text("plan"), "")));
        Instant from = Times.read(entry.data().path("from"));
        Whose whose = roster.whose(entry.partner(), entry, books);
        books.put(Open.of(activation(entry), from == null ? entry.at() : from, whose)
                .dueBy(Times.read(entry.data().path("until")))
                .noting(plan == null ? entry.partner() : plan.note()));
    }

    private static void extended(Logged entry, Books books) {
        Open activation = books.find(activation(entry));
        Instant until = Times.read(entry.data().path("until"));
        if (activation != null && until != null) {
            books.put(activation.dueBy(until));
        }
    }

    private static void ended(Logged entry, Books books, Tally tally) {
        Open activation = books.close(activation(entry));
        if (activation == null) {
            return;
        }
        Instant stated = Times.read(entry.data().path("at"));
        Instant end = stated == null ? entry.at() : stated;
        Instant due = activation.due();
        List<Whose> partners = whose(activation);
        tally.took(new Happened(Indicator.CRISIS_USE, end, partners, List.of()), activation.since());
        tally.was(
                new Happened(Indicator.CRISIS_IN_TIME, end, partners, List.of()),
                !activation.isOverdue(end),
                due == null ? Duration.ZERO : Duration.between(due, end));
    }

    /** Every partner of its plan, and the agency that started it. */
    private static List<Whose> whose(Open activation) {
        String note = activation.note();
        String agency = activation.whose().agency();
        return note == null || note.isEmpty()
                ? List.of(new Whose(null, agency))
                : Arrays.stream(note.split(","))
                        .map(partner -> new Whose(partner, agency))
                        .toList();
    }

    private static String partners(Logged entry) {
        List<String> partners = new ArrayList<>();
        for (JsonNode partner : entry.data().path("partners")) {
            if (partner.isTextual() && partners.size() < MOST_PARTIES) {
                partners.add(partner.textValue());
            }
        }
        return String.join(",", partners);
    }

    private static Key plan(String id) {
        return new Key(Kind.PLAN, id);
    }

    private static Key activation(Logged entry) {
        return new Key(Kind.ACTIVATION, entry.subject());
    }
}
