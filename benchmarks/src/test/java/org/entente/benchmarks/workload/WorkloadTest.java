package org.entente.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same questions are asked in every run. */
class WorkloadTest {

    @Test
    void isTheSameEveryTime() {
        Workload first = Workload.of(new Size(100, 40), 50);

        Workload second = Workload.of(new Size(100, 40), 50);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void dealsTheAgreementsToAllPartners() {
        Workload workload = Workload.of(new Size(1_000, 40), 0);

        assertThat(workload.agreements().stream().map(Agreement::partner).distinct())
                .hasSameElementsAs(
                        workload.partners().stream().map(Partner::code).toList());
    }
}
