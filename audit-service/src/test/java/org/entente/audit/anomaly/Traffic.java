package org.entente.audit.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entente.audit.anomaly.Access.Deed;
import org.entente.audit.anomaly.Access.Kind;
import org.entente.audit.anomaly.Access.Place;

/** Made-up traffic of some months with attacks in it; the same seed makes the same. */
final class Traffic {

    private static final Instant BEGINS = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant EARLIER = BEGINS.minus(Duration.ofDays(2));
    private static final List<String> PARTNERS = List.of("XBB", "XCC", "XDD");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FAR = 1_000;

    private final Random random;
    private final int days;
    private final List<Habits> people = new ArrayList<>();
    private final List<Access> accesses = new ArrayList<>();
    private final List<Attack> attacks = new ArrayList<>();

    private Traffic(long seed, int persons, int days) {
        this.random = new Random(seed);
        this.days = days;
        for (int number = 0; number < persons; number++) {
            people.add(new Habits(number, PARTNERS.get(number % PARTNERS.size()), random));
        }
    }

    /** Nobody attacks. */
    static Traffic quiet(long seed, int persons, int days) {
        Traffic traffic = new Traffic(seed, persons, days);
        traffic.work();
        return traffic;
    }

    /** Each of the scenarios by another person, in the last third of the time. */
    static Traffic attacked(long seed, int persons, int days, List<Scenario> scenarios) {
        Traffic traffic = quiet(seed, persons, days);
        for (int index = 0; index < scenarios.size(); index++) {
            traffic.attack(scenarios.get(index), traffic.people.get(index % persons));
        }
        return traffic;
    }

    /** Where the partners of made-up traffic are. */
    static Places places() {
        return new Places(Map.of(
                "XBB", new Places.Country(10, 10, 300),
                "XCC", new Places.Country(25, 20, 400),
                "XDD", new Places.Country(-20, 60, 500),
                "XZZ", new Places.Country(40, -150, 300)));
    }

    /** In the order of time. */
    List<Access> accesses() {
        accesses.sort(Comparator.comparing(Access::at).thenComparingLong(Access::index));
        return accesses;
    }

    List<Attack> attacks() {
        return attacks;
    }

    int persons() {
        return people.size();
    }

    private void work() {
        for (int hour = 0; hour < days * 24; hour++) {
            Instant begins = BEGINS.plus(HOUR.multipliedBy(hour));
            for (Habits habits : people) {
                int count = habits.accesses(begins, hour / 24, random);
                for (int access = 0; access < count; access++) {
                    work(habits, within(begins, HOUR));
                }
            }
        }
    }

    private void work(Habits habits, Instant at) {
        Deed deed = habits.usual(random);
        add(habits, at, deed, habits.place(random));
        if (deed.permitted()) {
            boolean isCopy = habits.takesACopy(random);
            long bytes = (long) (20_000 * Math.exp(random.nextGaussian()));
            add(
                    habits,
                    at.plusMillis(200),
                    new Deed(isCopy ? Kind.HANDED_OVER : Kind.SHOWN, true, deed.asset(), Set.of(), List.of(), bytes),
                    habits.place(random));
        }
    }

    private void attack(Scenario scenario, Habits by) {
        Instant from = workingDay(by).plus(HOUR.multipliedBy(scenario == Scenario.NIGHT ? 2 : by.begins() + 2L));
        switch (scenario) {
            case SCRAPING -> repeat(15 * Math.max(10, (int) by.anHour()), from, HOUR, at -> work(by, at));
            case HARVEST -> repeat(180, from, scenario.lasts(), at -> ask(by, at, true, by.categories.get(0)));
            case NIGHT -> repeat(20, from, HOUR, at -> work(by, at));
            case ABROAD, STOLEN_SESSION -> repeat(10, from, HOUR, at -> abroad(by, at, scenario));
            case PROBING -> repeat(30, from, scenario.lasts(), at -> ask(by, at, false, by.categories.get(0)));
            case CURIOSITY -> repeat(8, from, HOUR, at -> ask(by, at, true, "product-design"));
            case COPYING -> repeat(40, from, scenario.lasts(), at -> copy(by, at));
            case OLD_GRANT -> oldGrant(by, from);
            case BLEND ->
                repeat(3 * Math.max(8, (int) (by.anHour() * 2.2)), from, scenario.lasts(), at -> blend(by, at));
            case SLOW_GROWTH -> grow(by, from);
        }
        attacks.add(new Attack(
                scenario,
                by.by.person(),
                by.country,
                from,
                from.plus(scenario.lasts()).plus(HOUR)));
    }

    private void ask(Habits by, Instant at, boolean permitted, String category) {
        Deed deed = new Deed(
                Kind.ASKED,
                permitted,
                "rare-" + random.nextInt(FAR * FAR),
                Set.of(category),
                permitted ? List.of(by.grant) : List.of(),
                0);
        add(by, at, deed, by.place(random));
    }

    private void abroad(Habits by, Instant at, Scenario scenario) {
        // A thief may be in a country that the person knows; here the person has been there before.
        if (scenario == Scenario.STOLEN_SESSION && !beenThere(by)) {
            add(by, EARLIER, by.usual(random), new Place("XZZ", "203.0.113"));
        }
        add(by, at, by.usual(random), new Place("XZZ", "203.0.113"));
    }

    private boolean beenThere(Habits by) {
        return accesses.stream()
                .anyMatch(access -> access.at().equals(EARLIER) && access.by().equals(by.by));
    }

    private void copy(Habits by, Instant at) {
        String asset = "asset-" + random.nextInt(FAR);
        add(by, at, new Deed(Kind.HANDED_OVER, true, asset, Set.of(), List.of(), 300_000), by.place(random));
    }

    private void oldGrant(Habits by, Instant at) {
        Deed once =
                new Deed(Kind.ASKED, true, "old-asset", Set.of(by.categories.get(0)), List.of("old-" + by.grant), 0);
        add(by, at.minus(Duration.ofDays(70)), once, by.place(random));
        add(by, at, once, by.place(random));
    }

    private void blend(Habits by, Instant at) {
        boolean permitted = random.nextInt(10) < 7;
        ask(by, at, permitted, by.categories.get(0));
        Access last = accesses.remove(accesses.size() - 1);
        accesses.add(new Access(
                last.index(),
                last.at(),
                last.by(),
                last.deed(),
                new Place(by.country, "198.51.100." + random.nextInt(5))));
    }

    private void grow(Habits by, Instant from) {
        for (int day = 0; day < 20; day++) {
            int more = (int) (4 * Math.pow(1.25, day));
            repeat(
                    more,
                    from.plus(Duration.ofDays(day)),
                    Duration.ofHours(5),
                    at -> ask(by, at, true, by.categories.get(0)));
        }
    }

    /** A Tuesday to Thursday in the last third; one that leaves time for what lasts. */
    private Instant workingDay(Habits by) {
        int first = days * 2 / 3;
        int spread = Math.max(1, days / 3 - 21);
        Instant day = BEGINS.plus(Duration.ofDays(first + random.nextInt(spread)));
        while (by.accesses(day.plus(HOUR.multipliedBy(by.begins() + 2L)), Integer.MIN_VALUE, new Random(1)) == 0) {
            day = day.plus(Duration.ofDays(1));
        }
        return day;
    }

    private interface Step {
        void at(Instant instant);
    }

    private void repeat(int times, Instant from, Duration within, Step step) {
        for (int time = 0; time < times; time++) {
            step.at(within(from, within));
        }
    }

    private Instant within(Instant from, Duration time) {
        return from.plusMillis((long) (random.nextDouble() * time.toMillis()));
    }

    private void add(Habits by, Instant at, Deed deed, Place place) {
        accesses.add(new Access(accesses.size(), at, by.by, deed, place));
    }
}
