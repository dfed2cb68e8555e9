package org.entente.label;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Traffic Light Protocol, FIRST TLP 2.0, least strict first; no TLP at all is less strict than any. */
public enum Tlp {
    CLEAR("CLEAR"),
    GREEN("GREEN"),
    AMBER("AMBER"),
    AMBER_STRICT("AMBER+STRICT"),
    RED("RED");

    private final String wireName;

    Tlp(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The TLP of that name.
     * @throws LabelException where there is none
     */
    public static Tlp of(String wireName) {
        return Arrays.stream(values())
                .filter(tlp -> tlp.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new LabelException("", "is not a TLP 2.0 marking"));
    }

    /** The stricter of the two, either of which may be absent. */
    public static @Nullable Tlp stricter(@Nullable Tlp one, @Nullable Tlp other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
