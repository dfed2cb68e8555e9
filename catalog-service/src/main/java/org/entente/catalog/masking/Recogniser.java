package org.entente.catalog.masking;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of things that are found in texts. The patterns are ours and bounded, so that no text makes them slow; nobody can
 * bring patterns of their own.
 */
enum Recogniser {
    IPV4(
            "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:/\\d{1,2})?(?!\\.?\\w)"),
    IPV6("(?<![\\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?:/\\d{1,3})?(?![\\w:])") {
        @Override
        boolean isReally(String found) {
            return NetworkAddress.parse(found).isPresent();
        }
    },
    EMAIL("(?<![\\w.+-])[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,8}"),
    URL("\\b(?:https?|hxxps?|ftp)://[^\\s'\"<>\\]]{1,2048}"),
    DOMAIN("(?<![\\w@./-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}+\\.){1,8}[A-Za-z]{2,24}(?![\\w-])"),
    PHONE("(?<![\\w+])\\+\\d(?:[ ()-]{0,2}\\d){6,17}(?!\\d)"),
    TIME("(?<!\\d)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})?"),
    /** Those that the masking policy names. */
    PLACE(null);

    private final @Nullable Pattern pattern;

    Recogniser(@Nullable String pattern) {
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
    }

    /** What finds candidates; absent where it is not a matter of form. */
    @Nullable Pattern pattern() {
        return pattern;
    }

    boolean isReally(String found) {
        return !found.isEmpty();
    }

    static Recogniser of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(wireName))
                .findFirst()
                .orElseThrow(() -> new MaskException(
                        "/recognise", "must be ipv4, ipv6, email, url, domain, phone, time or place"));
    }
}
