package org.entente.catalog.tearline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.http.Problem;
import org.entente.label.InformationCategories;
import org.entente.label.NormalLabel;

/** What the originator cannot give away by writing something anew or marking it lower: others' rights, and the law. */
public final class RightsOfOthers {
    private RightsOfOthers() {}

    /**
     * Makes sure that a lower label keeps what is not the originator's to lift.
     *
     * @param before the labels of what it is made from
     * @param pointer of the label in the request
     * @throws Problem 422 naming the member of the label
     */
    public static void requireKept(
            Collection<NormalLabel> before, NormalLabel after, InformationCategories categories, String pointer) {
        Set<Object> owners = new TreeSet<>();
        Set<Object> controls = new HashSet<>();
        Set<Object> protectedOnes = new TreeSet<>();
        for (NormalLabel label : before) {
            owners.addAll(label.proprietaryOwners());
            controls.addAll(label.exportControls());
            label.categories().stream()
                    .filter(category -> categories.knows(category) && categories.isProtected(category))
                    .forEach(protectedOnes::add);
            if (!after.originators().containsAll(label.originators())) {
                throw Problem.unprocessable(
                        pointer + "/originator", "is not whom all of it comes from; only they may sanitise it");
            }
        }
        require(owners, after.proprietaryOwners(), pointer + "/proprietaryOwners");
        require(controls, after.exportControls(), pointer + "/exportControls");
        require(protectedOnes, after.categories(), pointer + "/categories");
    }

    private static void require(Set<Object> kept, List<?> stated, String pointer) {
        if (!stated.containsAll(kept)) {
            throw Problem.unprocessable(pointer, "must keep " + kept + ", which the originator cannot lift");
        }
    }
}
