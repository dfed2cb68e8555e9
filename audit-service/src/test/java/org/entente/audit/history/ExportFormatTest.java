package org.entente.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void whatASpreadsheetWouldComputeIsText(String value) {
        // when
        String cell = ExportFormat.cell(value);

        // then
        assertThat(cell).isEqualTo("\"'" + value + "\"");
    }

    @ParameterizedTest
    @CsvSource({"plain,\"plain\"", "a@b,\"a@b\"", "1-2,\"1-2\""})
    void whatIsTextStaysAsItIs(String value, String expected) {
        // when
        String cell = ExportFormat.cell(value);

        // then
        assertThat(cell).isEqualTo(expected);
    }

    @Test
    void quotesAreDoubledAndNothingIsEmpty() {
        // when
        List<String> cells = List.of(ExportFormat.cell("a \"b\",c"), ExportFormat.cell(null));

        // then
        assertThat(cells).containsExactly("\"a \"\"b\"\",c\"", "\"\"");
    }

    @Test
    void aLineHasAsManyCellsAsTheHeader() {
        // given
        HistoryPage page = new HistoryPage(List.of(item("x,y\r\n\"z\"")), null);

        // when
        String line = new String(ExportFormat.CSV.lines(page, JSON), StandardCharsets.UTF_8);

        // then
        int columns = ExportFormat.CSV.header().split(",").length;
        assertThat(line.split("\",\"", -1)).hasSize(columns);
        assertThat(line).startsWith("\"7\",\"2026-11-23T10:00:00Z\"").endsWith("\"\r\n");
    }

    @Test
    void aJsonLineIsOneLineWithItsEvent() throws Exception {
        // given
        HistoryPage page = new HistoryPage(List.of(item("x\ny"), item(null)), null);

        // when
        String lines = new String(ExportFormat.JSON_LINES.lines(page, JSON), StandardCharsets.UTF_8);

        // then
        assertThat(lines.split("\n")).hasSize(2);
        assertThat(JSON.readTree(lines.split("\n")[0]).at("/event/id").asText()).isEqualTo("e");
        assertThat(JSON.readTree(lines.split("\n")[0]).at("/receipt").asText()).isEqualTo("/audit/receipts/e");
        assertThat(JSON.readTree(lines.split("\n")[1]).has("actor")).isFalse();
    }

    private static HistoryItem item(@Nullable String actor) {
        Instant at = Instant.parse("2026-11-23T10:00:00Z");
        return new HistoryItem(
                7,
                at,
                at,
                "a.kind",
                "XBB",
                "p",
                actor,
                null,
                "view",
                null,
                "denied",
                "e",
                "/audit/receipts/e",
                "{\"id\":\"e\"}");
    }
}
