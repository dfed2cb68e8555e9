package org.entente.catalog.masking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How coarse something becomes. */
enum Precision {
    DAY(Recogniser.TIME),
    MONTH(Recogniser.TIME),
    NETWORK(Recogniser.IPV4, Recogniser.IPV6),
    REGION(Recogniser.PLACE);

    private final List<Recogniser> kinds;

    Precision(Recogniser... kinds) {
        this.kinds = List.of(kinds);
    }

    /** What can become so coarse. */
    List<Recogniser> kinds() {
        return kinds;
    }

    static Precision of(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(precision -> precision.name().toLowerCase(Locale.ROOT).equals(wireName))
                .findFirst()
                .orElseThrow(() -> new MaskException("/to", "must be day, month, network or region"));
    }
}
