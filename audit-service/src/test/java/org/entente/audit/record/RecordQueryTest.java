package org.entente.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;

class RecordQueryTest {

    @Test
    void aPartnersOwnConditionIsAddedToWhateverItAsksFor() {
        List<RecordQuery.Filter> filters = RecordQuery.Filter.of("partner", "XCC");

        RecordQuery query = new RecordQuery(new Sight.Own("XBB"), filters, 41, 10);

        assertThat(query.statement()).endsWith("index > $1 and partner = $3 and partner = $4 order by index limit $2");
        assertThat(query.parameters().getString(2)).isEqualTo("XCC");
        assertThat(query.parameters().getString(3)).isEqualTo("XBB");
    }

    @Test
    void oneMoreIsReadThanThePageHolds() {
        RecordQuery query = new RecordQuery(new Sight.Everything(), List.of(), -1, 10);

        assertThat(query.parameters().getInteger(1)).isEqualTo(11);
    }

    @Test
    void parametersWithoutMeaningAreRefusedByName() {
        for (String limit : List.of("", "0", "1001", "-1", "ten", "1e2", "99999999999")) {
            refused("limit", () -> RecordQuery.limit(limit));
        }
        for (String cursor : List.of("", "-1", "x", "1234567890123456789")) {
            refused("cursor", () -> RecordQuery.cursor(cursor));
        }
        for (String value : List.of("", "\u0000", "x".repeat(256))) {
            refused("subject", () -> RecordQuery.Filter.of("subject", value));
        }
    }

    private static void refused(String field, Runnable parsing) {
        assertThatThrownBy(parsing::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.field()).isEqualTo(field);
        });
    }
}
