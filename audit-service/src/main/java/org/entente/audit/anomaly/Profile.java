package org.entente.audit.anomaly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is usual of a subject, and what it does in the present hour. Everything follows from the accesses seen, in their order. */
final class Profile {

    private static final int FIRST_LOOK = 16;

    private final Volume volume = new Volume();
    private final Breadth breadth = new Breadth();
    private final Hours hours = new Hours();
    private final Whereabouts whereabouts = new Whereabouts();
    private final Journey journey = new Journey();
    private final Denials denials = new Denials();
    private final Categories categories = new Categories();
    private final Downloads downloads = new Downloads();
    private final Grants grants = new Grants();
    private final Hour hour = new Hour();
    private final Baseline forestScores = new Baseline();
    private final Map<Kind, Long> said = new EnumMap<>(Kind.class);
    private long lastSeen = Long.MIN_VALUE;
    private long day = -1;
    private int days;

    /**
     * What came of an access.
     *
     * @param findings that were not said lately
     * @param ended the hour that ended with it, as a point; absent if it goes on
     * @param toLookAt the present hour as a point, where it is worth a look at the whole; absent mostly
     */
    @SuppressWarnings("ArrayRecordComponent") // looked at once, never compared
    record Seen(List<Finding> findings, @Nullable Ended ended, double @Nullable [] toLookAt) {}

    /** An hour that is over, by its number since 1970. */
    @SuppressWarnings("ArrayRecordComponent") // a point, never compared
    record Ended(long hour, double[] features) {}

    Seen see(Subject subject, Access access, Settings settings) {
        lastSeen = Math.max(lastSeen, access.at().getEpochSecond());
        View view = new View(subject.scope(), Instant.ofEpochSecond(lastSeen), days >= settings.learning(), settings);
        Ended ended = turn(view);
        hour.count(access);
        hour.isOdd(hours.oddness(view));
        access.deed().categories().stream().filter(categories::isUnusual).forEach(ignored -> hour.countUnusual());
        if (whereabouts.isNewNetwork(access.place().network())) {
            hour.countNewNetwork();
        }
        List<Finding> findings = new ArrayList<>();
        for (Signal signal : signals()) {
            signal.see(access, view)
                    .filter(finding -> isNews(finding, settings))
                    .ifPresent(findings::add);
        }
        return new Seen(findings, ended, isWorthALook() && view.hasHabits() ? hour.features() : null);
    }

    /** Ends the hour and the day, when they are over. */
    private @Nullable Ended turn(View view) {
        if (hour.number() == view.hour()) {
            return null;
        }
        Ended ended = null;
        if (hour.number() >= 0) {
            ended = new Ended(hour.number(), hour.features());
            View then = view;
            signals().forEach(signal -> signal.hourEnds(hour, then));
        }
        if (day != view.day()) {
            if (day >= 0) {
                signals().forEach(signal -> signal.dayEnds(view));
                days++;
            }
            day = view.day();
        }
        hour.begin(view.hour());
        return ended;
    }

    /** At 16, 32, 64 … accesses: what grows is looked at again when it has doubled. */
    private boolean isWorthALook() {
        return hour.accesses() >= FIRST_LOOK && Integer.bitCount(hour.accesses()) == 1;
    }

    /**
     * What the forest says of a point.
     *
     * @param isOver whether its hour is over, and its score to be learned
     */
    Optional<Finding> judge(Forest.Verdict verdict, boolean isOver, Settings settings) {
        Settings.Forest forest = settings.forest();
        boolean isKnown = forestScores.learned() >= forest.least() / 2;
        double limit = Math.max(forest.times() * forestScores.usual(), forestScores.limit(0, forest.score()));
        if (isOver) {
            forestScores.learn(verdict.score(), limit);
        }
        Finding finding = new Finding(
                Kind.UNUSUAL_WHOLE,
                Finding.rounded(verdict.score()),
                "",
                Finding.rounded(verdict.score()),
                verdict.because());
        return Optional.of(finding).filter(some -> isKnown && verdict.score() > limit && isNews(some, settings));
    }

    private boolean isNews(Finding finding, Settings settings) {
        Long last = said.get(finding.kind());
        if (last != null && lastSeen - last < settings.cooling().toSeconds()) {
            return false;
        }
        said.put(finding.kind(), lastSeen);
        return true;
    }

    /** Two persons say that a finding was in order. */
    void allow(Signal.Dismissed dismissed) {
        if (dismissed.kind() == Kind.UNUSUAL_WHOLE) {
            forestScores.allow(dismissed.value());
        }
        signals().forEach(signal -> signal.allow(dismissed));
    }

    void grantIssued(String grant, Instant at) {
        grants.issued(grant, at);
    }

    /** Indexes of the latest accesses of the hour in the log. */
    List<Long> evidence() {
        return hour.indexes();
    }

    private List<Signal> signals() {
        return List.of(volume, breadth, hours, whereabouts, journey, denials, categories, downloads, grants);
    }
}
