package org.entente.label;

import java.util.regex.Pattern;

/** How the names of the vocabulary are spelled. */
final class Syntax {

    static final int LONGEST_NAME = 64;

    /** Of policies, levels and compartments: no colon, which qualifies. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._/+&()'-]*[\\p{L}\\p{N}.+)])?");

    /** Of owners and export controls, which others name: anything that can be seen. */
    private static final Pattern FOREIGN_NAME =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}][\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]*");

    private static final Pattern GROUP = Pattern.compile("[A-Z0-9][A-Z0-9_-]*");

    private static final Pattern CATEGORY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private Syntax() {}

    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    static boolean isGroup(String text) {
        return text.length() <= LONGEST_NAME && GROUP.matcher(text).matches() && !Nation.hasThreeLetters(text);
    }

    static boolean isCategory(String text) {
        return text.length() <= LONGEST_NAME && CATEGORY.matcher(text).matches();
    }

    static String requireName(String text, String pointer) {
        if (!isName(text)) {
            throw new LabelException(pointer, "is not a name");
        }
        return text;
    }

    static String requireForeignName(String text, String pointer) {
        if (text.length() > LONGEST_NAME || !FOREIGN_NAME.matcher(text).matches()) {
            throw new LabelException(pointer, "is not a name");
        }
        return text;
    }
}
