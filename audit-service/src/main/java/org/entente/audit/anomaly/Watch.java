package org.entente.audit.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sees accesses in the order of the log and says what is unusual. It has no state: that lies in the profiles and the memory. */
final class Watch {

    private final Settings settings;
    private final Function<Subject, Profile> profiles;
    private final Memory memory;

    /** The hours with accesses that a subject is remembered by. */
    interface Memory {

        /** The latest of them, oldest first; empty if they cannot be had now. */
        List<double[]> of(Subject subject);

        void add(Subject subject, Profile.Ended hour);
    }

    /**
     * Something unusual about someone.
     *
     * @param access with which it became so
     * @param evidence indexes of the accesses in the log
     */
    record Noticed(Subject subject, Access access, Finding finding, List<Long> evidence) {}

    Watch(Settings settings, Function<Subject, Profile> profiles, Memory memory) {
        this.settings = settings;
        this.profiles = profiles;
        this.memory = memory;
    }

    List<Noticed> see(Access access) {
        List<Noticed> noticed = new ArrayList<>();
        for (Subject subject : Subject.of(access.by())) {
            Profile profile = profiles.apply(subject);
            Profile.Seen seen = profile.see(subject, access, settings);
            List<Finding> findings = new ArrayList<>(seen.findings());
            if (settings.forest().trees() > 0) {
                findings.addAll(wholes(subject, profile, seen));
            }
            findings.forEach(finding -> noticed.add(new Noticed(subject, access, finding, profile.evidence())));
        }
        return noticed;
    }

    /** What the forest says; of an hour that is over only once it is, of the present one when it is worth a look. */
    private List<Finding> wholes(Subject subject, Profile profile, Profile.Seen seen) {
        List<Finding> findings = new ArrayList<>();
        Profile.Ended ended = seen.ended();
        if (ended != null) {
            judge(subject, profile, ended.features(), true).ifPresent(findings::add);
            memory.add(subject, ended);
        }
        double[] present = seen.toLookAt();
        if (present != null) {
            judge(subject, profile, present, false).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> judge(Subject subject, Profile profile, double[] features, boolean isOver) {
        Settings.Forest forest = settings.forest();
        List<double[]> hours = memory.of(subject);
        if (hours.size() < forest.least()) {
            return Optional.empty();
        }
        Forest.Verdict verdict = Forest.of(hours, forest).judge(features, forest.score());
        return profile.judge(verdict, isOver, settings);
    }
}
