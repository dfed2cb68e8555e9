package org.entente.audit.anomaly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Traffic seen from the beginning, all in memory. */
final class Replay {

    private final Settings settings;
    private final Map<Subject, Profile> profiles = new HashMap<>();
    private final Map<Subject, Deque<double[]>> hours = new HashMap<>();

    Replay(Settings settings) {
        this.settings = settings;
    }

    /** Everything that was noticed. */
    List<Watch.Noticed> over(List<Access> accesses) {
        Watch watch = new Watch(settings, this::profile, new Watch.Memory() {
            @Override
            public List<double[]> of(Subject subject) {
                return List.copyOf(hours.getOrDefault(subject, new ArrayDeque<>()));
            }

            @Override
            public void add(Subject subject, Profile.Ended hour) {
                Deque<double[]> known = hours.computeIfAbsent(subject, ignored -> new ArrayDeque<>());
                known.add(hour.features());
                if (known.size() > settings.forest().memory()) {
                    known.remove();
                }
            }
        });
        List<Watch.Noticed> noticed = new ArrayList<>();
        accesses.forEach(access -> noticed.addAll(watch.see(access)));
        return noticed;
    }

    Profile profile(Subject subject) {
        return profiles.computeIfAbsent(subject, ignored -> new Profile());
    }
}
