package org.entente.catalog.contribution;

/** Whether a text can be a STIX pattern (STIX 2.1, section 9): observation expressions in brackets, all closed again. */
final class Patterns {
    private static final String OPEN = "[(";
    private static final String CLOSED = "])";

    private Patterns() {}

    static boolean isPattern(String text) {
        StringBuilder open = new StringBuilder();
        boolean isQuoted = false;
        boolean hasExpression = false;
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (isQuoted) {
                index += next == '\\' ? 1 : 0;
                isQuoted = next != '\'';
            } else if (next == '\'') {
                isQuoted = true;
            } else if (OPEN.indexOf(next) >= 0) {
                open.append(CLOSED.charAt(OPEN.indexOf(next)));
                hasExpression |= next == '[';
            } else if (CLOSED.indexOf(next) >= 0) {
                if (open.isEmpty() || open.charAt(open.length() - 1) != next) {
                    return false;
                }
                open.setLength(open.length() - 1);
            }
        }
        return hasExpression && !isQuoted && open.isEmpty();
    }
}
