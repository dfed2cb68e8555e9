package org.entente.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** An export control: the regime and its code for the controlled item. */
public record ExportControl(String regime, String code) implements Comparable<ExportControl> {

    private static final Comparator<ExportControl> ORDER =
            Comparator.comparing(ExportControl::regime).thenComparing(ExportControl::code);

    static ExportControl of(JsonNode json) {
        StrictObject fields = StrictObject.of(json, "regime", "code");
        return new ExportControl(fields.required("regime"), fields.required("code"));
    }

    @Override
    public int compareTo(ExportControl other) {
        return ORDER.compare(this, other);
    }
}
