package org.entente.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The banner of several labels, and why it is as strict as it is.
 *
 * @param reasons sentences: which label made the banner stricter than another would have, and how
 */
public record RollUp(NormalLabel banner, List<String> reasons) {

    public RollUp {
        reasons = List.copyOf(reasons);
    }

    /** The roll-up of labels that the reasons call "Label 1", "Label 2" and so on.
     * @throws IllegalArgumentException if there is none: nothing has no banner
     */
    public static RollUp of(List<NormalLabel> labels) {
        Map<String, NormalLabel> named = new LinkedHashMap<>();
        labels.forEach(label -> named.put("Label " + (named.size() + 1), label));
        return of(named);
    }

    /** The roll-up of labels under the names by which the reasons call them, in the map's order.
     * @throws IllegalArgumentException if there is none
     */
    public static RollUp of(Map<String, NormalLabel> labels) {
        NormalLabel banner = banner(labels.values());
        return new RollUp(banner, new RollUpReasons(labels, banner).sentences());
    }

    /**
     * The same under a stricter banner: together, portions may tell more than each of them.
     *
     * @param reason of the compilation, for people to read
     * @throws LabelException naming the member in which the stated banner is looser than the roll-up, which it may not be
     */
    public RollUp compiled(NormalLabel stated, String reason) {
        BannerForm.firstDifference(stated.toLabel(), stated.rollUp(banner).toLabel())
                .ifPresent(field -> {
                    throw new LabelException("/" + field, "is looser than the roll-up of the labels");
                });
        List<String> all = new ArrayList<>(reasons);
        all.add("By compilation: " + reason);
        return new RollUp(stated, all);
    }

    /** The banner alone, without reasons.
     * @throws IllegalArgumentException if there is no label
     */
    public static NormalLabel banner(Collection<NormalLabel> labels) {
        List<NormalLabel> remaining = List.copyOf(new LinkedHashSet<>(labels));
        if (remaining.isEmpty()) {
            throw new IllegalArgumentException("nothing has no banner");
        }
        while (remaining.size() > 1) {
            remaining = pairwise(remaining);
        }
        return remaining.get(0);
    }

    /** In pairs, since one after the other would copy ever longer sets as often as there are labels. */
    private static List<NormalLabel> pairwise(List<NormalLabel> labels) {
        List<NormalLabel> halved = new ArrayList<>(labels.size() / 2 + 1);
        for (int index = 0; index < labels.size(); index += 2) {
            NormalLabel label = labels.get(index);
            halved.add(index + 1 == labels.size() ? label : label.rollUp(labels.get(index + 1)));
        }
        return halved;
    }
}
