package org.entente.audit.anomaly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.audit.anomaly.Watch.Noticed;

/**
 * One round over a batch of entries, in memory. Which remembered hours it needs shows only on the way: where some were missing, the
 * round is made again with them, from the same stored profiles.
 */
final class Round implements Watch.Memory {

    private final Map<Subject, String> stored;
    private final Map<Subject, Deque<double[]>> hours = new HashMap<>();
    private final int memory;
    private final Map<Subject, Profile> profiles = new HashMap<>();
    private final Map<Subject, List<Profile.Ended>> ended = new HashMap<>();
    private final Set<Subject> missing = new HashSet<>();
    private final List<Noticed> noticed = new ArrayList<>();

    Round(Map<Subject, String> stored, Map<Subject, Deque<double[]>> hours, int memory) {
        this.stored = stored;
        this.memory = memory;
        hours.forEach((subject, points) -> this.hours.put(subject, new ArrayDeque<>(points)));
    }

    /** Takes the entries in, in their order. */
    Round over(List<Told> entries, Settings settings) {
        Watch watch = new Watch(settings, this::profile, this);
        for (Told entry : entries) {
            if (entry instanceof Told.OfAccess access) {
                noticed.addAll(watch.see(access.access()));
            } else if (entry instanceof Told.OfGrant grant) {
                profile(grant.partner()).grantIssued(grant.grant(), grant.at());
            } else if (entry instanceof Told.OfDismissal dismissal) {
                profile(dismissal.subject()).allow(dismissal.dismissed());
            }
        }
        return this;
    }

    private Profile profile(Subject subject) {
        return profiles.computeIfAbsent(
                subject, some -> stored.containsKey(some) ? ProfileJson.read(stored.get(some)) : new Profile());
    }

    @Override
    public List<double[]> of(Subject subject) {
        Deque<double[]> known = hours.get(subject);
        if (known == null) {
            missing.add(subject);
            return List.of();
        }
        return List.copyOf(known);
    }

    @Override
    public void add(Subject subject, Profile.Ended hour) {
        ended.computeIfAbsent(subject, ignored -> new ArrayList<>()).add(hour);
        Deque<double[]> known = hours.get(subject);
        if (known != null) {
            known.add(hour.features());
            if (known.size() > memory) {
                known.remove();
            }
        }
    }

    Set<Subject> missing() {
        return missing;
    }

    Map<Subject, Profile> profiles() {
        return profiles;
    }

    Map<Subject, List<Profile.Ended>> ended() {
        return ended;
    }

    List<Noticed> noticed() {
        return noticed;
    }
}
