package org.entente.crisis.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.crisis.input.Field;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What a ladder must be; the first field at fault is named in a 400 problem. */
@ApplicationScoped
class LadderCheck {
    private static final int MAX_LEVELS = 8;
    private static final int MAX_PEOPLE = 16;
    private static final int MAX_ROUNDS = 20;
    private static final int MAX_TEXT = 200;
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");

    private final EscalationSettings settings;

    LadderCheck(EscalationSettings settings) {
        this.settings = settings;
    }

    Ladder check(@Nullable Ladder sent) {
        Ladder ladder = Field.present("", sent);
        Field.text("/title", ladder.title(), MAX_TEXT);
        List<Level> levels = Field.present("/levels", ladder.levels());
        if (levels.isEmpty() || levels.size() > MAX_LEVELS) {
            throw Problem.badRequest("/levels", "must have 1 to " + MAX_LEVELS + " items");
        }
        for (int number = 0; number < levels.size(); number++) {
            level("/levels/" + number, levels.get(number));
        }
        if (ladder.quietHours() != null) {
            quietHours(ladder.quietHours());
        }
        if (ladder.awakeFrom() != null) {
            Field.range("/awakeFrom", ladder.awakeFrom(), 1, levels.size());
        }
        if (ladder.resolveWithin() != null) {
            Field.duration("/resolveWithin", ladder.resolveWithin(), LONGEST);
        }
        if (ladder.topRounds() != null) {
            Field.range("/topRounds", ladder.topRounds(), 1, MAX_ROUNDS);
        }
        return ladder;
    }

    private void level(String pointer, @Nullable Level sent) {
        Level level = Field.present(pointer, sent);
        Field.text(pointer + "/name", level.name(), MAX_TEXT);
        people(pointer + "/onCall", Field.present(pointer + "/onCall", level.onCall()), 1);
        people(pointer + "/deputies", level.standIns(), 0);
        Field.duration(pointer + "/within", level.within(), LONGEST);
    }

    private void people(String pointer, List<Contact> people, int least) {
        if (people.size() < least || people.size() > MAX_PEOPLE) {
            throw Problem.badRequest(pointer, "must have " + least + " to " + MAX_PEOPLE + " items");
        }
        for (int index = 0; index < people.size(); index++) {
            contact(pointer + "/" + index, people.get(index));
        }
    }

    private void contact(String pointer, @Nullable Contact sent) {
        Contact contact = Field.present(pointer, sent);
        if (!PERSON.matcher(Field.present(pointer + "/person", contact.person()))
                .matches()) {
            throw Problem.badRequest(pointer + "/person", "is not a user name");
        }
        if (contact.mail() == null && contact.webhook() == null) {
            throw Problem.badRequest(pointer, "needs a mail address or a webhook");
        }
        if (contact.mail() != null && !MAIL.matcher(contact.mail()).matches()) {
            throw Problem.badRequest(pointer + "/mail", "is not a mail address");
        }
        if (contact.webhook() != null && !settings.allows(contact.webhook())) {
            throw Problem.badRequest(pointer + "/webhook", "is not an address at one of the configured origins");
        }
    }

    private static void quietHours(QuietHours quiet) {
        try {
            ZoneId.of(Field.present("/quietHours/zone", quiet.zone()));
        } catch (DateTimeException unknown) {
            throw Problem.badRequest("/quietHours/zone", "is not the name of a time zone");
        }
        Field.present("/quietHours/from", quiet.from());
        if (Field.present("/quietHours/until", quiet.until()).equals(quiet.from())) {
            throw Problem.badRequest("/quietHours/until", "is the same as from");
        }
    }

    /** The scheme, host and port of an address; empty for what is none. */
    static String origin(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null
                    ? ""
                    : uri.getScheme() + "://" + uri.getRawAuthority();
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
