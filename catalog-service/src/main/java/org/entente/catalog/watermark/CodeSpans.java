package org.entente.catalog.watermark;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a Markdown text holds code, which a machine may be given to read and which is therefore left as it is. */
final class CodeSpans {
    private static final Pattern LINE = Pattern.compile("[^\\n]*(?:\\n|$)");

    private CodeSpans() {}

    /** The characters that belong to fenced, indented or inline code. */
    static BitSet of(String text) {
        BitSet code = new BitSet(text.length());
        boolean isFenced = false;
        Matcher lines = LINE.matcher(text);
        while (lines.find() && lines.start() < text.length()) {
            String line = lines.group();
            boolean isFence = line.strip().startsWith("```") || line.strip().startsWith("~~~");
            if (isFenced || isFence || line.startsWith("    ") || line.startsWith("\t")) {
                code.set(lines.start(), lines.end());
            } else {
                inline(line, lines.start(), code);
            }
            isFenced ^= isFence;
        }
        return code;
    }

    private static void inline(String line, int offset, BitSet code) {
        int opening = line.indexOf('`');
        while (opening >= 0) {
            int closing = line.indexOf('`', opening + 1);
            int end = closing < 0 ? line.length() : closing + 1;
            code.set(offset + opening, offset + end);
            opening = line.indexOf('`', end);
        }
    }
}
