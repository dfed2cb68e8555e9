package org.entente.audit.anomaly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** How a made-up person works. */
final class Habits {

    private static final List<String> CATEGORIES =
            List.of("situational-awareness", "shared-analysis", "sensitive", "maritime", "border", "energy");

    final Access.Accessor by;
    final String country;
    final List<String> categories;
    final String grant;
    private final int begins;
    private final int lasts;
    private final double anHour;
    private final double denied;
    private final double copies;
    private final boolean isOnShifts;
    private final int dayOff;
    private final int networks;

    Habits(int number, String partner, Random random) {
        by = new Access.Accessor("person-" + number, "unit-" + number % 3, partner, false);
        country = partner;
        begins = 6 + random.nextInt(4);
        lasts = 7 + random.nextInt(3);
        anHour = 3 * Math.exp(random.nextDouble() * 1.8);
        denied = 0.01 + random.nextDouble() * 0.06;
        copies = random.nextInt(3) == 0 ? 0.05 : 0;
        isOnShifts = random.nextInt(8) == 0;
        dayOff = 10 + random.nextInt(60);
        networks = 1 + random.nextInt(3);
        grant = "grant-" + number;
        Set<String> own = new TreeSet<>();
        while (own.size() < 2 + random.nextInt(2)) {
            own.add(CATEGORIES.get(random.nextInt(CATEGORIES.size())));
        }
        categories = List.copyOf(own);
    }

    /** How many accesses an hour has; people are not machines. */
    int accesses(Instant hour, int day, Random random) {
        OffsetDateTime time = OffsetDateTime.ofInstant(hour, ZoneOffset.UTC);
        boolean isWeekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean isAway = (isWeekend && !isOnShifts) || (day >= dayOff && day < dayOff + 7);
        boolean isUsual = time.getHour() >= begins && time.getHour() < begins + lasts;
        // Now and then somebody stays for an hour longer.
        boolean isLate = time.getHour() == begins + lasts && random.nextInt(8) == 0;
        if (isAway || !(isUsual || isLate) || random.nextInt(10) == 0) {
            return 0;
        }
        double busy = random.nextInt(40) == 0 ? 2.5 : 1;
        return poisson(anHour * busy * Math.exp(random.nextGaussian() * 0.3), random);
    }

    double anHour() {
        return anHour;
    }

    int begins() {
        return begins;
    }

    /** An access as they usually are. */
    Access.Deed usual(Random random) {
        boolean permitted = random.nextDouble() >= denied;
        return new Access.Deed(
                Access.Kind.ASKED,
                permitted,
                by.partner() + "-asset-" + (int) (Math.pow(random.nextDouble(), 3) * 400),
                Set.of(categories.get(random.nextInt(categories.size()))),
                permitted ? List.of(grant) : List.of(),
                0);
    }

    boolean takesACopy(Random random) {
        return random.nextDouble() < copies;
    }

    Access.Place place(Random random) {
        return new Access.Place(country, "192.0." + by.person().hashCode() % 100 + "." + random.nextInt(networks));
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
