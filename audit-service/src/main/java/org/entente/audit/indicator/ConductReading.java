package org.entente.audit.indicator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.audit.follow.Logged;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Kind;
import org.entente.audit.indicator.Open.Whose;
import org.entente.audit.indicator.Tally.Happened;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** What goes wrong: how fast a partner is restricted when there is a reason to, and how long investigations take. */
final class ConductReading implements Reading {

    private static final Set<String> DANGERS =
            Set.of(EventTypes.COMPROMISE_REPORTED, EventTypes.ANOMALY_DETECTED, EventTypes.BREACH_CONFIRMED);
    private static final Set<String> RESTRICTIONS =
            Set.of(EventTypes.GRANT_WITHDRAWN, EventTypes.AGREEMENT_SUSPENDED, EventTypes.AGREEMENT_ENDED);
    private static final List<String> POSTURES = Arrays.asList("normal", "watch", "contained", "suspended");
    private static final Set<String> FINDINGS = Set.of("dismissed", "breach");
    // Report and restriction are one transaction, and their events two partitions of a topic.
    private static final Duration OVERTAKEN = Duration.ofMinutes(1);
    // A reason after which nothing was restricted for so long was none.
    private static final Duration STALE = Duration.ofDays(30);

    private final Roster roster;

    ConductReading(Roster roster) {
        this.roster = roster;
    }

    @Override
    public List<Key> touched(Logged entry) {
        String partner = partner(entry);
        if (partner != null && (DANGERS.contains(entry.type()) || isRestriction(entry))) {
            return List.of(danger(partner), restricted(partner));
        }
        boolean isOfCase = entry.type().equals(EventTypes.INVESTIGATION_OPENED)
                || entry.type().equals(EventTypes.INVESTIGATION_CHANGED);
        return isOfCase ? List.of(investigation(entry)) : List.of();
    }

    @Override
    public void read(Logged entry, Books books, Tally tally) {
        if (entry.type().equals(EventTypes.INVESTIGATION_OPENED)) {
            books.put(Open.of(investigation(entry), entry.at(), Whose.of(entry.text("partner"))));
        } else if (entry.type().equals(EventTypes.INVESTIGATION_CHANGED)) {
            found(entry, books, tally);
        } else if (DANGERS.contains(entry.type())) {
            endangered(entry, String.valueOf(partner(entry)), books, tally);
        } else {
            restrict(entry, String.valueOf(partner(entry)), books, tally);
        }
    }

    private static void endangered(Logged entry, String partner, Books books, Tally tally) {
        Open last = books.find(restricted(partner));
        Open known = books.find(danger(partner));
        if (last != null && !last.since().isBefore(entry.at().minus(OVERTAKEN))) {
            tally.took(Happened.of(Indicator.TIME_TO_WITHDRAW, last.since(), last.whose()), entry.at());
        } else if (known == null || known.since().isBefore(entry.at().minus(STALE))) {
            books.put(Open.of(danger(partner), entry.at(), Whose.of(partner)));
        }
    }

    private void restrict(Logged entry, String partner, Books books, Tally tally) {
        Whose whose = roster.whose(partner, entry, books);
        books.put(Open.of(restricted(partner), entry.at(), whose));
        Open danger = books.close(danger(partner));
        if (danger != null && !danger.since().isBefore(entry.at().minus(STALE))) {
            tally.took(Happened.of(Indicator.TIME_TO_WITHDRAW, entry.at(), whose), danger.since());
        }
    }

    private void found(Logged entry, Books books, Tally tally) {
        String state = Objects.requireNonNullElse(entry.text("state"), "");
        if (!FINDINGS.contains(state)) {
            return;
        }
        Open opened = books.close(investigation(entry));
        if (opened != null) {
            tally.took(
                    Happened.of(
                                    Indicator.ANOMALY_HANDLING,
                                    entry.at(),
                                    roster.whose(opened.whose().partner(), entry, books))
                            .partOf(state),
                    opened.since());
        }
    }

    /** A posture restricts when it gets stricter. */
    private static boolean isRestriction(Logged entry) {
        return entry.type().equals(EventTypes.POSTURE_CHANGED)
                ? POSTURES.indexOf(entry.text("to")) > POSTURES.indexOf(entry.text("from"))
                : RESTRICTIONS.contains(entry.type());
    }

    private static @Nullable String partner(Logged entry) {
        if (entry.type().equals(EventTypes.POSTURE_CHANGED)) {
            return entry.subject();
        }
        return entry.partner() == null ? entry.text("partner") : entry.partner();
    }

    private static Key danger(String partner) {
        return new Key(Kind.DANGER, partner);
    }

    private static Key restricted(String partner) {
        return new Key(Kind.RESTRICTED, partner);
    }

    private static Key investigation(Logged entry) {
        return new Key(Kind.INVESTIGATION, entry.subject());
    }
}
