package org.entente.benchmarks.loop;

import java.util.List;
import org.entente.benchmarks.workload.Marking;
import org.entente.benchmarks.workload.Person;
import org.entente.benchmarks.workload.Request;
import org.entente.benchmarks.workload.Words;

/**
 * A request in bits and numbers, and whatever its label says to its person.
 *
 * @param nations to whom the label lets the action be done
 */
record Question(
        String partner,
        int purpose,
        int action,
        int categories,
        int classification,
        int clearance,
        int compartments,
        int held,
        List<String> nations,
        int tier,
        int assurance,
        long instant,
        String country) {

    static Question of(Request request) {
        Person person = request.person();
        Marking marking = request.marking();
        boolean handsOver = Words.HANDING_OVER.contains(request.action());
        return new Question(
                person.partner(),
                Bits.of(List.of(request.purpose()), Words.PURPOSES),
                Bits.of(List.of(request.action()), Bits.ACTIONS),
                Bits.of(marking.categories(), Words.CATEGORIES),
                Words.LEVELS.indexOf(marking.classification()),
                Words.LEVELS.indexOf(person.clearance()),
                Bits.of(marking.compartments(), Words.COMPARTMENTS),
                Bits.of(person.compartments(), Words.COMPARTMENTS),
                handsOver ? marking.releasableTo() : marking.displayableTo(),
                Words.tier(marking.categories()),
                Words.ASSURANCES.indexOf(person.assurance()),
                request.instant().getEpochSecond(),
                person.country());
    }

    /** Whether the label lets the person in. */
    boolean admitted() {
        return clearance >= classification && (compartments & ~held) == 0 && nations.contains(partner);
    }
}
