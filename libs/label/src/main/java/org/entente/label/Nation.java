package org.entente.label;

import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which codes name a nation: ISO 3166-1 alpha-3, officially assigned or reserved for users (ISO 3166-1:2020, clause 5.4). */
public final class Nation {

    private static final int LETTERS = 26;

    /** Alphabetical, so that sets of indices list their codes sorted. */
    private static final String[] CODES = Stream.concat(
                    Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3).stream(), userAssigned())
            .distinct()
            .sorted()
            .toArray(String[]::new);

    private static final short[] INDICES = indices();

    private Nation() {}

    /** Whether the code is that of a nation; lower case is not. */
    public static boolean isNation(String code) {
        return index(code) >= 0;
    }

    /** A number from 0 on, alphabetical; −1 for what is no nation. */
    static int index(String code) {
        return hasThreeLetters(code) ? INDICES[slot(code)] : -1;
    }

    static String code(int index) {
        return CODES[index];
    }

    /** Whether the code looks like a nation's, assigned or not; such a code never names a group. */
    static boolean hasThreeLetters(String code) {
        return code.length() == 3 && isLetter(code.charAt(0)) && isLetter(code.charAt(1)) && isLetter(code.charAt(2));
    }

    private static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static Stream<String> userAssigned() {
        return Stream.of(range("AA"), letters("Q", 'M', 'Z'), letters("X", 'A', 'Z'), range("ZZ"))
                .flatMap(codes -> codes);
    }

    private static Stream<String> letters(String first, char from, char to) {
        return IntStream.rangeClosed(from, to).boxed().flatMap(second -> range(first + (char) second.intValue()));
    }

    private static Stream<String> range(String prefix) {
        return IntStream.rangeClosed('A', 'Z').mapToObj(last -> prefix + (char) last);
    }

    private static short[] indices() {
        short[] indices = new short[LETTERS * LETTERS * LETTERS];
        Arrays.fill(indices, (short) -1);
        for (int index = 0; index < CODES.length; index++) {
            indices[slot(CODES[index])] = (short) index;
        }
        return indices;
    }

    private static int slot(String code) {
        return ((code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A') * LETTERS + code.charAt(2) - 'A';
    }
}
