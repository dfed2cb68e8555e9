package org.entente.benchmarks.xacml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.benchmarks.workload.Partner;
import org.entente.benchmarks.workload.Permission;
import org.entente.benchmarks.workload.Posture;
import org.entente.benchmarks.workload.Words;
import org.entente.benchmarks.workload.Workload;

/**
 * The policy in XACML: what the label demands first, then a tree whose targets lead to the rules of one partner and one
 * purpose: by the first two letters of the partner's code, by the partner, by the purpose.
 */
final class XacmlPolicy {
    private static final String FIRST_APPLICABLE =
            "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:first-applicable";
    private static final String STARTS_WITH = "urn:oasis:names:tc:xacml:3.0:function:string-starts-with";
    private static final String EQUAL = Attribute.Type.STRING.function("equal");
    private static final int PREFIX = 2;

    private final Map<String, List<Permission>> permissions;
    private int ids;

    private XacmlPolicy(Workload workload) {
        permissions = workload.permissions();
    }

    static String of(Workload workload) {
        XacmlPolicy policy = new XacmlPolicy(workload);
        Map<String, List<Partner>> byPrefix = workload.partners().stream()
                .collect(Collectors.groupingBy(
                        partner -> partner.code().substring(0, PREFIX), TreeMap::new, Collectors.toList()));
        Stream<String> tree = byPrefix.entrySet().stream()
                .map(entry -> policy.set(
                        Xml.target(Stream.of(Xml.any(Attribute.PARTNER, STARTS_WITH, List.of(entry.getKey())))),
                        entry.getValue().stream().map(policy::partner)));
        return policy.set("<Target/>", Stream.concat(Stream.of(policy.label()), tree));
    }

    private String label() {
        String admitted = Xml.and(Stream.of(
                Xml.compare(Attribute.CLEARANCE, "greater-than-or-equal", Attribute.CLASSIFICATION),
                Xml.isSubset(Attribute.COMPARTMENTS, Attribute.HELD)));
        return policy(
                "<Target/>",
                "first-applicable",
                Stream.of(
                        rule("Deny", "<Target/>", Xml.not(admitted)),
                        rule("Deny", actions(Words.SHOWING), notIn(Attribute.DISPLAYABLE_TO)),
                        rule("Deny", actions(Words.HANDING_OVER), notIn(Attribute.RELEASABLE_TO))));
    }

    private String partner(Partner partner) {
        Function<Permission, Stream<String>> purposes = permission -> permission.purposes().stream();
        List<Permission> own = permissions.getOrDefault(partner.code(), List.of());
        Stream<String> byPurpose = own.stream()
                .flatMap(purposes)
                .distinct()
                .map(purpose -> purpose(
                        purpose,
                        own.stream().filter(permission -> permission.purposes().contains(purpose))));
        return set(
                Xml.target(Stream.of(Xml.any(Attribute.PARTNER, EQUAL, List.of(partner.code())))),
                Stream.concat(posture(partner), byPurpose));
    }

    private Stream<String> posture(Partner partner) {
        String watched = rule("Deny", actions(Words.HANDING_OVER), "");
        String deep = rule("Deny", "<Target/>", Xml.compare(Attribute.TIER, "greater-than", Posture.CONTAINED_TIER));
        return switch (partner.posture()) {
            case NORMAL -> Stream.empty();
            case WATCH -> Stream.of(policy("<Target/>", "first-applicable", Stream.of(watched)));
            case CONTAINED -> Stream.of(policy("<Target/>", "first-applicable", Stream.of(watched, deep)));
            case SUSPENDED ->
                Stream.of(policy("<Target/>", "first-applicable", Stream.of(rule("Deny", "<Target/>", ""))));
        };
    }

    private String purpose(String purpose, Stream<Permission> permitted) {
        return policy(
                Xml.target(Stream.of(Xml.any(Attribute.PURPOSE, EQUAL, List.of(purpose)))),
                "deny-unless-permit",
                permitted.map(this::permit));
    }

    /** Everything that can be is in the target: matching a target is cheaper than applying functions. */
    private String permit(Permission permission) {
        Stream<String> bounds = Stream.of(
                Xml.match(Attribute.TIER, "greater-than-or-equal", permission.tier()),
                Xml.match(Attribute.CLASSIFICATION, "greater-than-or-equal", permission.ceiling()),
                Xml.match(Attribute.ASSURANCE, "less-than-or-equal", permission.assurance()),
                Xml.match(
                        Attribute.INSTANT,
                        "less-than-or-equal",
                        permission.agreement().from().getEpochSecond()),
                Xml.match(Attribute.INSTANT, "greater-than", permission.until().getEpochSecond()));
        List<String> countries = permission.agreement().countries();
        String target = Xml.target(Stream.of(
                Xml.all(bounds),
                Xml.any(Attribute.ACTION, EQUAL, permission.agreement().actions()),
                countries.isEmpty() ? "" : Xml.any(Attribute.COUNTRY, EQUAL, countries)));
        return rule("Permit", target, Xml.isSubset(Attribute.CATEGORIES, permission.categories()));
    }

    private static String actions(List<String> actions) {
        return Xml.target(Stream.of(Xml.any(Attribute.ACTION, EQUAL, actions)));
    }

    private static String notIn(Attribute nations) {
        return Xml.not(Xml.isIn(Attribute.PARTNER, nations));
    }

    private String set(String target, Stream<String> children) {
        return """
            <PolicySet xmlns='urn:oasis:names:tc:xacml:3.0:core:schema:wd-17' PolicySetId='s%d' Version='1.0'
              PolicyCombiningAlgId='%s'>%s%s</PolicySet>
            """.formatted(ids++, FIRST_APPLICABLE, target, children.collect(Collectors.joining()));
    }

    private String policy(String target, String combining, Stream<String> rules) {
        String version = combining.equals("first-applicable") ? "1.0" : "3.0";
        return """
            <Policy PolicyId='p%d' Version='1.0'
              RuleCombiningAlgId='urn:oasis:names:tc:xacml:%s:rule-combining-algorithm:%s'>%s%s</Policy>
            """.formatted(ids++, version, combining, target, rules.collect(Collectors.joining()));
    }

    private String rule(String effect, String target, String condition) {
        return "<Rule RuleId='r%d' Effect='%s'>%s%s</Rule>"
                .formatted(
                        ids++, effect, target, condition.isEmpty() ? "" : "<Condition>" + condition + "</Condition>");
    }
}
