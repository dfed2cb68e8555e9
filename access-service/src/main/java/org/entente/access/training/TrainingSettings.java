package org.entente.access.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The published courses, and what each tier demands; whatever an agreement demands comes on top. */
@ConfigMapping(prefix = "entente.training")
public interface TrainingSettings {
    /** Courses that may be attested. */
    @WithDefault("responsible-use,social-engineering,insider-threat")
    List<String> courses();

    /** Nothing of situational awareness waits for a course. */
    @WithName("tier1")
    @WithDefault("none")
    List<String> first();

    @WithName("tier2")
    @WithDefault("none")
    List<String> second();

    /** What sensitive information demands is for each agreement to say. */
    @WithName("tier3")
    @WithDefault("none")
    List<String> third();

    /** Protected content is what social engineers and insiders are after. */
    @WithName("tier4")
    @WithDefault("responsible-use,social-engineering,insider-threat")
    List<String> fourth();

    /** The longest time for which training may be attested. */
    @WithDefault("P731D")
    Duration longest();

    /** The courses that each tier demands; {@code none} stands for no course, since a list in configuration cannot be empty. */
    static Map<Integer, List<String>> byTier(TrainingSettings settings) {
        Map<Integer, List<String>> byTier = new TreeMap<>();
        List<List<String>> demanded = List.of(settings.first(), settings.second(), settings.third(), settings.fourth());
        for (int tier = 1; tier <= demanded.size(); tier++) {
            List<String> courses = demanded.get(tier - 1);
            if (!courses.equals(List.of("none"))) {
                byTier.put(tier, courses);
            }
        }
        return byTier;
    }
}
