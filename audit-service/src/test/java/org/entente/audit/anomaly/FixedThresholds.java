package org.entente.audit.anomaly;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules without habits notice: the same limits for everyone, as one would write them down without having seen anybody. */
final class FixedThresholds {

    private static final int AN_HOUR = 100;
    private static final int ASSETS_A_DAY = 100;
    private static final int DENIALS_IN_A_ROW = 10;
    private static final int COPIES = 20;
    private static final int FIRST_HOUR = 6;
    private static final int LAST_HOUR = 19;

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Set<String>> assets = new HashMap<>();
    private final Map<String, Integer> denials = new HashMap<>();
    private final Map<String, Long> said = new HashMap<>();

    List<Watch.Noticed> over(List<Access> accesses) {
        List<Watch.Noticed> noticed = new ArrayList<>();
        for (Access access : accesses) {
            for (Kind kind : kinds(access)) {
                String key = access.by().person() + kind;
                long day = access.at().getEpochSecond() / 86_400;
                if (!Long.valueOf(day).equals(said.put(key, day))) {
                    Subject subject =
                            new Subject(Subject.Scope.PERSON, access.by().person(), false);
                    noticed.add(new Watch.Noticed(subject, access, Finding.of(kind, 1, 1, "fixed"), List.of()));
                }
            }
        }
        return noticed;
    }

    private List<Kind> kinds(Access access) {
        List<Kind> kinds = new ArrayList<>();
        String person = access.by().person();
        long second = access.at().getEpochSecond();
        boolean isAsked = access.deed().kind() == Access.Kind.ASKED;
        if (isAsked && counts.merge(person + second / 3_600, 1, Integer::sum) > AN_HOUR) {
            kinds.add(Kind.VOLUME);
        }
        Set<String> today = assets.computeIfAbsent(person + "d" + second / 86_400, ignored -> new HashSet<>());
        today.add(access.deed().asset());
        if (today.size() > ASSETS_A_DAY) {
            kinds.add(Kind.BREADTH);
        }
        int hour = OffsetDateTime.ofInstant(access.at(), ZoneOffset.UTC).getHour();
        if (hour < FIRST_HOUR || hour > LAST_HOUR) {
            kinds.add(Kind.OFF_HOURS);
        }
        if (isAsked
                && denials.merge(person, 1, (old, one) -> access.deed().permitted() ? 0 : old + 1) > DENIALS_IN_A_ROW) {
            kinds.add(Kind.PROBING);
        }
        boolean isCopy = access.deed().kind() == Access.Kind.HANDED_OVER;
        if (isCopy && counts.merge(person + "c" + second / 600, 1, Integer::sum) > COPIES) {
            kinds.add(Kind.DOWNLOAD_BURST);
        }
        String country = access.place().country();
        if (country != null && !country.equals(access.by().partner())) {
            kinds.add(Kind.NEW_PLACE);
        }
        return kinds;
    }
}
