package org.entente.catalog.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.label.LabelException;

/**
 * Cuts Markdown into its portions. Every block (heading, paragraph, list item, quotation, table, code) begins with its mark,
 * after whatever makes it a heading or an item; a block without one is refused, never taken for what stands before it.
 */
final class MarkdownPortions {
    private static final String FIELD = "/markdown";
    /** What may stand before a mark: quotation, heading, list item, table; nobody nests them deeper than that. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(\\s*(?:(?:>|#{1,6}\\s|[-*+]\\s|\\d{1,9}[.)]\\s|\\|)\\s*){0,20})(\\([^()]*\\))?(.*)", Pattern.DOTALL);

    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*+]|\\d{1,9}[.)])\\s.*", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("\\s*(?:>\\s*){0,20}(`{3,}|~{3,}).*", Pattern.DOTALL);
    private static final int NONE = -1;

    private final MarkReader marks;
    private final List<Portion> portions = new ArrayList<>();
    private boolean isBetweenBlocks = true;
    private String fence = "";
    private int fenceLine;
    private int itemIndent = NONE;

    private MarkdownPortions(MarkReader marks) {
        this.marks = marks;
    }

    /** A portion being read. */
    record Portion(int line, String mark, StringBuilder text) {}

    /** The portions in order.
     * @throws LabelException naming the line that is to blame
     */
    static List<Portion> of(String markdown, MarkReader marks) {
        MarkdownPortions reading = new MarkdownPortions(marks);
        String[] lines = markdown.split("\r\n|\n|\r", -1);
        for (int index = 0; index < lines.length; index++) {
            reading.line(index + 1, lines[index]);
        }
        reading.close();
        return reading.portions;
    }

    private void line(int number, String line) {
        if (!fence.isEmpty()) {
            append(line);
            if (line.strip().startsWith(fence) && line.strip().chars().allMatch(sign -> sign == fence.charAt(0))) {
                fence = "";
            }
        } else if (line.isBlank()) {
            isBetweenBlocks = true;
        } else if (!(isBetweenBlocks && isRule(line))) {
            content(number, line);
        }
    }

    private void content(int number, String line) {
        Matcher beginning = BEGINNING.matcher(line);
        boolean isMarked = beginning.matches() && beginning.group(2) != null && marks.isMark(beginning.group(2));
        if (isMarked) {
            String text = beginning.group(1) + beginning.group(3).stripLeading();
            portions.add(new Portion(number, beginning.group(2), new StringBuilder(text)));
        } else if (isBetweenBlocks || isNextItem(line)) {
            throw new LabelException(FIELD, "has at line " + number + " a block without a portion mark");
        } else {
            append(line);
        }
        if (isBetweenBlocks) {
            itemIndent = indent(line);
        }
        isBetweenBlocks = false;
        Matcher opening = FENCE.matcher(isMarked ? beginning.group(3) : line);
        if (opening.matches()) {
            fence = opening.group(1);
            fenceLine = number;
        }
    }

    /** Whether it is a line between blocks: three or more of one sign. */
    private static boolean isRule(String line) {
        String signs = line.replaceAll("\\s", "");
        return signs.length() >= 3
                && "-*_".indexOf(signs.charAt(0)) >= 0
                && signs.chars().allMatch(sign -> sign == signs.charAt(0));
    }

    /** Whether it is an item of the list that the block began with, rather than of a list within one of its items. */
    private boolean isNextItem(String line) {
        int indent = indent(line);
        return indent != NONE && itemIndent != NONE && indent <= itemIndent;
    }

    private static int indent(String line) {
        Matcher item = ITEM.matcher(line);
        return item.matches() ? item.group(1).length() : NONE;
    }

    private void append(String line) {
        portions.get(portions.size() - 1).text().append('\n').append(line);
    }

    private void close() {
        if (!fence.isEmpty()) {
            throw new LabelException(FIELD, "opens at line " + fenceLine + " a fence that is never closed");
        }
        for (Portion portion : portions) {
            if (portion.text().toString().isBlank()) {
                throw new LabelException(FIELD, "has at line " + portion.line() + " a portion mark without a text");
            }
        }
    }
}
