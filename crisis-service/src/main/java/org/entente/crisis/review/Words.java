package org.entente.crisis.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events in the words of a timeline. */
final class Words {
    private static final int LONGEST = 300;
    private static final List<String> TELLING =
            List.of("reason", "subject", "indicator", "value", "source", "posture", "endedBy", "level", "state");

    private Words() {}

    /** {@code org.entente.crisis.activation.started.v1} is {@code activation started}. */
    static String of(String type) {
        String[] parts = type.split("\\.");
        return parts.length < 6 ? type : (parts[3] + " " + parts[4]).replace('-', ' ');
    }

    /** What an event says for people to read; absent where it says nothing. */
    static @Nullable String detail(JsonNode data) {
        String said = TELLING.stream()
                .flatMap(member -> data.path(member).isValueNode()
                        ? Stream.of(member + " " + data.path(member).asText())
                        : Stream.of())
                .reduce("", (before, next) -> before.isEmpty() ? next : before + ", " + next);
        return said.isEmpty() ? null : said.substring(0, Math.min(said.length(), LONGEST));
    }
}
