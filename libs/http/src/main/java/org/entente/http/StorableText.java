package org.entente.http;

/** What a text may consist of: PostgreSQL has no place for U+0000, nor UTF-8 for half a surrogate pair. */
public final class StorableText {
    private StorableText() {}

    /** Looks at every character of every request, and therefore makes nothing. */
    public static boolean isStorable(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                index++;
                if (Character.isLowSurrogate(unit)
                        || index == text.length()
                        || !Character.isLowSurrogate(text.charAt(index))) {
                    return false;
                }
            }
        }
        return true;
    }
}
