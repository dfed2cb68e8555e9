package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.entente.access.decision.Code.Remedy;
import org.jspecify.annotations.Nullable;

/** A decision in two renderings: all of it for the home side; for the partner what it gets, and that more is protected. */
record Explanation(Home home, Partner partner) {

    /** Everything. */
    record Home(String summary, List<Permitted> permitted, List<Denied> denied) {}

    /** How many portions go, and which clauses permit it. */
    record Permitted(List<String> clauses, int portions) {}

    /** How many portions stay for want of one condition. */
    record Denied(Code code, String clause, int portions) {}

    /**
     * What is shared and why, that something is protected, and what the partner itself could do about it. Nothing in it
     * depends on what is protected by its label, on how the partner is trusted, or on anybody else.
     *
     * @param portions how many are shared
     * @param tearline whether a sanitised version is
     * @param isProtected whether anything is not
     * @param clauses under which it is shared
     * @param stepUp the login that would bring something, where nothing but the login stands against it
     */
    record Partner(
            String summary,
            int portions,
            boolean tearline,
            @JsonProperty("protected") boolean isProtected,
            List<String> clauses,
            List<Remedy> remedies,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StepUp stepUp) {}

    static Explanation of(Verdicts verdicts, @Nullable String purpose, @Nullable StepUp stepUp) {
        return new Explanation(home(verdicts), partner(verdicts, purpose, stepUp));
    }

    /** House rules govern the house's own records: there is nothing in them for a partner. */
    static Explanation underHouseRules(List<String> clauses) {
        Home home = new Home("Permitted by house rules.", List.of(new Permitted(clauses, 0)), List.of());
        return new Explanation(home, new Partner("Nothing is shared.", 0, false, false, List.of(), List.of(), null));
    }

    private static Home home(Verdicts verdicts) {
        List<Verdict> different = verdicts.onPortions();
        return different.size() == 1
                ? home(summary(verdicts), different.get(0))
                : new Home(summary(verdicts), permitted(different), denied(different));
    }

    /** Of one verdict there is nothing to add up. */
    private static Home home(String summary, Verdict verdict) {
        if (verdict.permits()) {
            return new Home(summary, List.of(new Permitted(verdict.grounds(), verdict.portions())), List.of());
        }
        List<Denied> denied = new ArrayList<>(verdict.findings().size());
        for (Finding finding : verdict.findings()) {
            denied.add(new Denied(finding.code(), finding.clause(), verdict.portions()));
        }
        return new Home(summary, List.of(), denied);
    }

    private static List<Permitted> permitted(List<Verdict> verdicts) {
        Map<List<String>, Integer> portions = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.permits()) {
                portions.merge(verdict.grounds(), verdict.portions(), Integer::sum);
            }
        }
        List<Permitted> permitted = new ArrayList<>(portions.size());
        portions.forEach((clauses, count) -> permitted.add(new Permitted(clauses, count)));
        return permitted;
    }

    private static List<Denied> denied(List<Verdict> verdicts) {
        Map<Finding, Integer> portions = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            for (Finding finding : verdict.findings()) {
                portions.merge(finding, verdict.portions(), Integer::sum);
            }
        }
        List<Denied> denied = new ArrayList<>(portions.size());
        portions.forEach((finding, count) -> denied.add(new Denied(finding.code(), finding.clause(), count)));
        return denied;
    }

    private static String summary(Verdicts verdicts) {
        if (verdicts.portions().size() == 1 && verdicts.tearline() == null) {
            return verdicts.permittedPortions().isEmpty() ? "0 of 1 portions may go." : "1 of 1 portions may go.";
        }
        String tearline = verdicts.tearline() == null ? "." : ", and the tearline " + verdicts.tearline() + ".";
        return verdicts.permittedPortions().size() + " of "
                + verdicts.portions().size() + " portions may go" + tearline;
    }

    private static Partner partner(Verdicts verdicts, @Nullable String purpose, @Nullable StepUp stepUp) {
        int portions = verdicts.permittedPortions().size();
        boolean isTearline = verdicts.tearline() != null;
        boolean isProtected = portions < verdicts.portions().size();
        int changeable = 0;
        for (Verdict verdict : verdicts.onPortions()) {
            if (verdict.isForPartnerToChange()) {
                changeable |= verdict.codes();
            }
        }
        return new Partner(
                summary(portions, isTearline, isProtected, purpose),
                portions,
                isTearline,
                isProtected,
                clauses(verdicts.ofTheView()),
                Remedy.of(changeable),
                stepUp);
    }

    /** Each once, sorted. */
    private static List<String> clauses(List<Verdict> shown) {
        if (shown.size() < 2) {
            return shown.isEmpty() ? List.of() : shown.get(0).grounds();
        }
        TreeSet<String> clauses = new TreeSet<>();
        for (Verdict verdict : shown) {
            clauses.addAll(verdict.grounds());
        }
        return List.copyOf(clauses);
    }

    private static String summary(int portions, boolean isTearline, boolean isProtected, @Nullable String purpose) {
        return shared(portions, isTearline)
                + (portions > 0 && isTearline ? ", and a sanitised version" : "")
                + (purpose == null ? "" : " for ")
                + (purpose == null ? "" : purpose)
                + (isProtected ? ". More is protected." : ".");
    }

    private static String shared(int portions, boolean isTearline) {
        return switch (portions) {
            case 0 -> isTearline ? "A sanitised version is shared" : "Nothing is shared";
            case 1 -> "1 portion is shared";
            default -> portions + " portions are shared";
        };
    }
}
