package org.entente.audit.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How lines are written in an export, UTF-8. */
enum ExportFormat {
    /** RFC 4180, with a header. */
    CSV("csv") {
        @Override
        String header() {
            return "index,at,recorded,kind,partner,person,actor,asset,action,purpose,result,eventId,receipt\r\n";
        }

        @Override
        String line(HistoryItem item, ObjectMapper json) {
            return Stream.of(
                                    item.index(),
                                    item.at(),
                                    item.recorded(),
                                    item.kind(),
                                    item.partner(),
                                    item.person(),
                                    item.actor(),
                                    item.asset(),
                                    item.action(),
                                    item.purpose(),
                                    item.result(),
                                    item.eventId(),
                                    item.receipt())
                            .map(ExportFormat::cell)
                            .collect(Collectors.joining(","))
                    + "\r\n";
        }
    },

    /** One JSON object on each line, the event included. */
    JSON_LINES("json-lines") {
        @Override
        String header() {
            return "";
        }

        @Override
        String line(HistoryItem item, ObjectMapper json) {
            try {
                return json.writeValueAsString(item) + "\n";
            } catch (JsonProcessingException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    };

    private static final String FORMULA = "=+-@\t\r\n";

    private final String wireName;

    ExportFormat(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    abstract String header();

    abstract String line(HistoryItem item, ObjectMapper json);

    byte[] lines(HistoryPage page, ObjectMapper json) {
        StringBuilder lines = new StringBuilder();
        page.lines().forEach(item -> lines.append(line(item, json)));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Quoted; and what a spreadsheet would take for a formula begins with an apostrophe, so that it takes it for text. */
    static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
