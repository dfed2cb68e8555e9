package org.entente.benchmarks.loop;

import java.util.List;
import org.entente.benchmarks.workload.Permission;
import org.entente.benchmarks.workload.Words;

/** A permission in bits and numbers. */
record Row(
        int purposes,
        int categories,
        int actions,
        int ceiling,
        int tier,
        int assurance,
        long from,
        long until,
        List<String> countries) {

    static Row of(Permission permission) {
        return new Row(
                Bits.of(permission.purposes(), Words.PURPOSES),
                Bits.of(permission.categories(), Words.CATEGORIES),
                Bits.of(permission.agreement().actions(), Bits.ACTIONS),
                permission.ceiling(),
                permission.tier(),
                permission.assurance(),
                permission.agreement().from().getEpochSecond(),
                permission.until().getEpochSecond(),
                permission.agreement().countries());
    }

    boolean permits(Question question) {
        return (purposes & question.purpose()) != 0
                && (actions & question.action()) != 0
                && (question.categories() & ~categories) == 0
                && question.classification() <= ceiling
                && question.tier() <= tier
                && question.assurance() >= assurance
                && question.instant() >= from
                && question.instant() < until
                && (countries.isEmpty() || countries.contains(question.country()));
    }
}
