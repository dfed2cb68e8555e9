package org.entente.access.agreement;

import java.util.List;
import org.entente.http.Problem;
import org.entente.label.Nation;
import org.jspecify.annotations.Nullable;

/** Whether what is demanded of surroundings makes sense; a 400 problem names the first that does not. */
final class DemandsCheck {
    private static final String POINTER = "/demands";
    private static final int LONGEST_LIST = 50;
    private static final int LONGEST_NAME = 200;
    private static final int DEEPEST_TIER = 4;

    private DemandsCheck() {}

    static @Nullable Demands checked(@Nullable Demands demands) {
        if (demands == null) {
            return null;
        }
        DemandsOfLogin.check(demands);
        requireShort(demands.countries(), POINTER);
        requireShort(demands.networks(), POINTER);
        for (int index = 0; index < demands.countries().size(); index++) {
            if (!Nation.isNation(demands.countries().get(index))) {
                throw Problem.badRequest(POINTER + "/countries/" + index, "is not a country of ISO 3166-1 alpha-3");
            }
        }
        requireCourses(demands.training(), POINTER + "/training");
        demands.trainingByTier().forEach((tier, courses) -> {
            String pointer = POINTER + "/trainingByTier/" + tier;
            if (tier < 0 || tier > DEEPEST_TIER) {
                throw Problem.badRequest(pointer, "must be a tier from 0 to " + DEEPEST_TIER);
            }
            requireCourses(courses, pointer);
        });
        return demands;
    }

    private static void requireCourses(List<String> courses, String pointer) {
        requireShort(courses, pointer);
        if (courses.stream().anyMatch(course -> course.isBlank() || course.length() > LONGEST_NAME)) {
            throw Problem.badRequest(pointer, "must be names of 1 to " + LONGEST_NAME + " characters");
        }
    }

    private static void requireShort(List<?> list, String pointer) {
        if (list.size() > LONGEST_LIST) {
            throw Problem.badRequest(pointer, "must have at most " + LONGEST_LIST + " entries in a list");
        }
    }
}
