package org.entente.benchmarks.cedar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.benchmarks.workload.Partner;
import org.entente.benchmarks.workload.Permission;
import org.entente.benchmarks.workload.Posture;
import org.entente.benchmarks.workload.Workload;

/** The policy in Cedar's language: for each partner one permit, in which of every permission the cheapest and
 * rarest conditions come first. */
final class CedarPolicy {
    /** What a label demands, tested once and not with every permit. */
    static final String LABEL = """
            forbid (principal, action, resource)
            unless { context.clearance >= context.classification && context.held.containsAll(context.compartments) };
            forbid (principal, action in [Action::"discover", Action::"view"], resource)
            unless { context.displayableTo.contains(context.nation) };
            forbid (principal, action in [Action::"release", Action::"redistribute"], resource)
            unless { context.releasableTo.contains(context.nation) };
            """;

    private CedarPolicy() {}

    static String whole(Workload workload) {
        return LABEL + String.join("", byPartner(workload).values());
    }

    /** What is to be tested for one partner only, by its code. */
    static Map<String, String> byPartner(Workload workload) {
        Map<String, List<Permission>> permissions = workload.permissions();
        Map<String, String> policies = new LinkedHashMap<>();
        for (Partner partner : workload.partners()) {
            String permit = permit(partner, permissions.getOrDefault(partner.code(), List.of()));
            policies.put(partner.code(), posture(partner) + permit);
        }
        return policies;
    }

    /** A single permit, since the binding copies the text of every policy for every decision. */
    private static String permit(Partner partner, List<Permission> permissions) {
        return permissions.isEmpty() ? "" : """
                permit (principal == Partner::"%s", action, resource)
                when { %s };
                """.formatted(
                        partner.code(),
                        any(permissions.stream()
                                .map(CedarPolicy::conditions)
                                .toList()));
    }

    /** A balanced tree, since a chain of some hundred alternatives exceeds how deep Cedar evaluates. */
    private static String any(List<String> alternatives) {
        int half = alternatives.size() / 2;
        return half == 0
                ? alternatives.get(0)
                : "(" + any(alternatives.subList(0, half)) + "\n  || "
                        + any(alternatives.subList(half, alternatives.size())) + ")";
    }

    private static String posture(Partner partner) {
        return switch (partner.posture()) {
            case NORMAL -> "";
            case WATCH -> """
                forbid (principal == Partner::"%s", action in [Action::"release", Action::"redistribute"], resource);
                """.formatted(partner.code());
            case CONTAINED -> """
                forbid (principal == Partner::"%s", action, resource)
                unless { context.tier <= %d && [Action::"discover", Action::"view"].contains(action) };
                """.formatted(partner.code(), Posture.CONTAINED_TIER);
            case SUSPENDED -> """
                forbid (principal == Partner::"%s", action, resource);
                """.formatted(partner.code());
        };
    }

    private static String conditions(Permission permission) {
        return """
            %s.contains(context.purpose)
              && context.tier <= %d
              && context.classification <= %d
              && context.assurance >= %d
              && context.instant >= %d
              && context.instant < %d
              && %s.contains(action)
              && %s.containsAll(context.categories)%s""".formatted(
                        set(permission.purposes(), "\"%s\""),
                        permission.tier(),
                        permission.ceiling(),
                        permission.assurance(),
                        permission.agreement().from().getEpochSecond(),
                        permission.until().getEpochSecond(),
                        set(permission.agreement().actions(), "Action::\"%s\""),
                        set(permission.categories(), "\"%s\""),
                        countries(permission.agreement().countries()));
    }

    private static String countries(List<String> countries) {
        return countries.isEmpty() ? "" : "\n  && " + set(countries, "\"%s\"") + ".contains(context.country)";
    }

    private static String set(List<String> words, String form) {
        return words.stream().map(form::formatted).collect(Collectors.joining(", ", "[", "]"));
    }
}
