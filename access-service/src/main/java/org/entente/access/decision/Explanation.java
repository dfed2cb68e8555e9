package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     */
    record Partner(
            String summary,
            int portions,
            boolean tearline,
            @JsonProperty("protected") boolean isProtected,
            List<String> clauses,
            List<Remedy> remedies) {}

    static Explanation of(Verdicts verdicts, @Nullable String purpose) {
        return new Explanation(home(verdicts), partner(verdicts, purpose));
    }

    /** House rules govern the house's own records: there is nothing in them for a partner. */
    static Explanation underHouseRules(List<String> clauses) {
        Home home = new Home("Permitted by house rules.", List.of(new Permitted(clauses, 0)), List.of());
        return new Explanation(home, new Partner("Nothing is shared.", 0, false, false, List.of(), List.of()));
    }

    private static Home home(Verdicts verdicts) {
        Map<List<String>, Integer> permitted = new LinkedHashMap<>();
        Map<Finding, Integer> denied = new LinkedHashMap<>();
        verdicts.counts().forEach((verdict, portions) -> {
            if (verdict.permits()) {
                permitted.merge(verdict.grounds(), portions, Integer::sum);
            }
            verdict.findings().forEach(finding -> denied.merge(finding, portions, Integer::sum));
        });
        List<Permitted> grounds = new ArrayList<>();
        permitted.forEach((clauses, portions) -> grounds.add(new Permitted(clauses, portions)));
        List<Denied> reasons = new ArrayList<>();
        denied.forEach((finding, portions) -> reasons.add(new Denied(finding.code(), finding.clause(), portions)));
        return new Home(summary(verdicts), grounds, reasons);
    }

    private static String summary(Verdicts verdicts) {
        String tearline = verdicts.tearline() == null ? "." : ", and the tearline " + verdicts.tearline() + ".";
        return verdicts.permittedPortions().size() + " of "
                + verdicts.portions().size() + " portions may go" + tearline;
    }

    private static Partner partner(Verdicts verdicts, @Nullable String purpose) {
        int portions = verdicts.permittedPortions().size();
        boolean isTearline = verdicts.tearline() != null;
        boolean isProtected = portions < verdicts.portions().size();
        TreeSet<String> clauses = new TreeSet<>();
        verdicts.ofTheView().forEach(verdict -> clauses.addAll(verdict.grounds()));
        Set<Code> changeable = EnumSet.noneOf(Code.class);
        for (Verdict verdict : verdicts.counts().keySet()) {
            if (verdict.isForPartnerToChange()) {
                verdict.findings().forEach(finding -> changeable.add(finding.code()));
            }
        }
        return new Partner(
                summary(portions, isTearline, isProtected, purpose),
                portions,
                isTearline,
                isProtected,
                List.copyOf(clauses),
                Remedy.of(changeable));
    }

    private static String summary(int portions, boolean isTearline, boolean isProtected, @Nullable String purpose) {
        String shared = portions == 0
                ? isTearline ? "A sanitised version is shared" : "Nothing is shared"
                : portions
                        + (portions == 1 ? " portion is shared" : " portions are shared")
                        + (isTearline ? ", and a sanitised version" : "");
        String forWhat = purpose == null ? "" : " for " + purpose;
        return shared + forWhat + "." + (isProtected ? " More is protected." : "");
    }
}
