package org.entente.catalog.watermark;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The visible mark: 80 random bits that nobody guesses, in letters and digits that nobody confuses. */
public final class CopyNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final int MOST = 1_000;
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}(?![0-9A-Z])");

    private CopyNumber() {}

    /** A new one. */
    public static String random(SecureRandom random) {
        StringBuilder number = new StringBuilder();
        for (int index = 0; index < GROUPS * GROUP; index++) {
            number.append(index > 0 && index % GROUP == 0 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }

    /** Those that a copy may show, in whatever case. */
    public static Set<String> in(String copy) {
        Set<String> numbers = new TreeSet<>();
        Matcher found = WRITTEN.matcher(copy.toUpperCase(Locale.ROOT));
        while (found.find() && numbers.size() < MOST) {
            numbers.add(found.group());
        }
        return numbers;
    }
}
