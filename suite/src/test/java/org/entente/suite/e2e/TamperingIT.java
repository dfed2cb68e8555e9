package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.View;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SuiteExtension.class)
class TamperingIT {

    private final PackagedSuite suite;

    TamperingIT(PackagedSuite suite) {
        this.suite = suite;
    }

    /** Each by somebody who may write to the database: a changed byte, an exchanged label, exchanged contents, a missing portion. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update portion set content = set_byte(content, 20, get_byte(content, 20) # 1)"
                        + " where id like 'tool--%' and asset = ?",
                "update portion set label = (select other.label from portion other where other.asset = portion.asset"
                        + " and other.id like 'tool--%') where id like 'intrusion-set--%' and asset = ?",
                "update portion set content = (select other.content from portion other where other.asset = portion.asset"
                        + " and other.id like 'intrusion-set--%') where id like 'tool--%' and asset = ?",
                "delete from portion where id like 'tool--%' and asset = ?"
            })
    void whatWasTamperedWithIsNotServed(String tampering) throws Exception {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            tamper(tampering, situation.asset().id());

            // when
            View view = situation.view();

            // then
            assertThat(view.isServed()).isFalse();
            assertThat(view.answer().text()).doesNotContain("attack-pattern", "Ebb Tide");
            List<JsonNode> violations = Patience.until(
                    () -> situation
                            .acts()
                            .records("type=org.entente.catalog.integrity.violated.v1&subject="
                                    + situation.asset().id()),
                    records -> !records.isEmpty());
            assertThat(violations).isNotEmpty();
        }
    }

    private void tamper(String statement, String asset) throws Exception {
        try (Connection connection = suite.database(Part.CATALOG);
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, UUID.fromString(asset));
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
