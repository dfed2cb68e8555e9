package org.entente.label;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reader wants to do: be shown something, or be handed a copy. */
public enum Act {
    DISCOVER(false),
    VIEW(false),
    RELEASE(true),
    REDISTRIBUTE(true);

    private final boolean handsOver;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    Act(boolean handsOver) {
        this.handsOver = handsOver;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether a copy leaves, which needs {@code releasableTo}; showing needs {@code displayableTo} only. */
    public boolean handsOver() {
        return handsOver;
    }

    public static Optional<Act> of(String wireName) {
        return Arrays.stream(values())
                .filter(act -> act.wireName().equals(wireName))
                .findFirst();
    }
}
