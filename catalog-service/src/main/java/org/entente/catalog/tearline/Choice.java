package org.entente.catalog.tearline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.catalog.asset.Form;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.masking.Mask;
import org.entente.catalog.tearline.DraftRequest.Chosen;
import org.entente.http.Problem;
import org.entente.label.stix.PortionId;
import org.jspecify.annotations.Nullable;

/**
 * Which portions a tearline is made of, those of one object together.
 *
 * @param marks the object's own, then those of its properties
 * @param masks that were chosen; absent for those that are suggested
 */
record Choice(List<Mark> marks, @Nullable List<Mask> masks) {
    private static final int MOST = 5_000;

    /**
     * What was chosen, in the order of the asset.
     *
     * @throws Problem 400 for a portion that there is not, or a property without its object
     */
    static List<Choice> of(Source source, List<Chosen> chosen) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        source.marks().forEach(mark -> marks.put(mark.id(), mark));
        Map<String, @Nullable Chosen> byPortion = new HashMap<>();
        chosen.forEach(one -> byPortion.put(one.portion(), one));
        for (int index = 0; index < chosen.size(); index++) {
            String portion = chosen.get(index).portion();
            Mark mark = marks.get(portion);
            if (mark == null) {
                throw Problem.badRequest("/portions/" + index + "/portion", "is not a portion of the asset");
            }
            if (mark.isAttachment()) {
                throw Problem.badRequest(
                        "/portions/" + index + "/portion",
                        "is a file, in which nothing can be masked; attach a sanitised one");
            }
            if (!byPortion.containsKey(object(source, portion))) {
                throw Problem.badRequest("/portions/" + index + "/portion", "is a property; choose its object as well");
            }
        }
        return grouped(source, byPortion);
    }

    /** All that is not seen but files, and the objects that unseen properties belong to. */
    static List<Choice> unseen(Source source, Set<String> seen) {
        Map<String, @Nullable Chosen> wanted = new HashMap<>();
        for (Mark mark : source.marks()) {
            if (!seen.contains(mark.id()) && !mark.isAttachment()) {
                wanted.put(mark.id(), null);
                wanted.put(object(source, mark.id()), null);
            }
        }
        List<Choice> choices = grouped(source, wanted);
        if (choices.size() > MOST) {
            throw Problem.unprocessable("/portions", "would be more than " + MOST + "; name those that are wanted");
        }
        return choices;
    }

    private static List<Choice> grouped(Source source, Map<String, @Nullable Chosen> wanted) {
        Map<String, List<Mark>> objects = new LinkedHashMap<>();
        for (Mark mark : source.marks()) {
            if (wanted.containsKey(mark.id())) {
                objects.computeIfAbsent(object(source, mark.id()), object -> new ArrayList<>())
                        .add(mark);
            }
        }
        return objects.values().stream()
                .map(marks -> new Choice(marks, masks(marks, wanted)))
                .toList();
    }

    /** Those of all its portions; absent if nobody chose any. */
    private static @Nullable List<Mask> masks(List<Mark> marks, Map<String, @Nullable Chosen> wanted) {
        Set<Mask> masks = new LinkedHashSet<>();
        boolean isStated = false;
        for (Mark mark : marks) {
            Chosen chosen = wanted.get(mark.id());
            if (chosen != null && chosen.masks() != null) {
                isStated = true;
                masks.addAll(chosen.masks());
            }
        }
        return isStated ? List.copyOf(masks) : null;
    }

    private static String object(Source source, String portion) {
        return source.asset().form() == Form.STIX
                ? PortionId.parse(portion).object().toString()
                : portion;
    }
}
