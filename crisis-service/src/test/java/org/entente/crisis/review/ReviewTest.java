package org.entente.crisis.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.entente.crisis.Documents;
import org.entente.crisis.review.Review.Finding;
import org.junit.jupiter.api.Test;

class ReviewTest {
    /** As the database writes it when an activation ends. */
    private static final String OPENED = """
            {"activation": "7d793037-a076-4c5d-9c3f-0d8b1a1c2e3f", "plan": "7d793037-a076-4c5d-9c3f-0d8b1a1c2e40",
             "openedAt": "2026-11-23T22:08:26.968482Z", "deadline": "2026-12-07T22:08:26.968384Z", "state": "open",
             "overdueTold": false, "findings": [], "recommendations": []}""";

    @Test
    void isReadAsTheDatabaseOpensIt() {
        Review review = Documents.read(OPENED, Review.class);

        assertThat(review.state()).isEqualTo(State.OPEN);
        assertThat(review.filedUntil()).isEqualTo(review.deadline());
    }

    @Test
    void isTheSameAfterItWasKept() {
        Review review = Documents.read(OPENED, Review.class)
                .finding(new Finding(1, Review.Verdict.WORKED, "t", "x", List.of("e"), "xaa@XAA", Instant.EPOCH))
                .toldOverdue();

        Review kept = Documents.kept(review);

        assertThat(kept).isEqualTo(review);
    }
}
