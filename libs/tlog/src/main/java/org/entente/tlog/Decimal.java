package org.entente.tlog;

/** Non-negative numbers as the C2SP formats write them: ASCII digits, no leading zero, no sign. */
final class Decimal {

    private Decimal() {}

    static long parse(String text, String what) {
        boolean canonical = text.equals("0") || text.matches("[1-9][0-9]{0,18}");
        if (!canonical) {
            throw new MalformedException(what + " is not a decimal number");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedException(what + " is too large");
        }
    }
}
