package org.entente.catalog.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text as they are however it is wrapped, quoted, listed or typeset. */
final class Words {
    private static final Pattern TOKEN = Pattern.compile("[^\\s\\u00a0]+");

    private Words() {}

    /**
     * A word where it stands.
     *
     * @param start of the token it is part of
     * @param end of the token
     * @param core letters and digits only, in lower case
     */
    record Word(int start, int end, String core) {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String core = core(tokens.group());
            if (!core.isEmpty()) {
                words.add(new Word(tokens.start(), tokens.end(), core));
            }
        }
        return words;
    }

    private static String core(String token) {
        StringBuilder core = new StringBuilder();
        token.codePoints().filter(Character::isLetterOrDigit).forEach(core::appendCodePoint);
        return core.toString().toLowerCase(Locale.ROOT);
    }
}
