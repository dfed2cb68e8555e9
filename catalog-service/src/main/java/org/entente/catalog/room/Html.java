package org.entente.catalog.room;

/** Writes HTML in which nothing that comes from content is ever markup: there is no way to put any in. */
final class Html {
    private final StringBuilder out = new StringBuilder("<!doctype html>\n");

    /** Opens an element; attributes are pairs of name and value. */
    Html open(String element, String... attributes) {
        out.append('<').append(element);
        for (int index = 0; index < attributes.length; index += 2) {
            out.append(' ').append(attributes[index]).append("=\"");
            escape(attributes[index + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** An element that holds text only. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** A style sheet of ours: inside of it nothing is escaped, so nothing else may go there. */
    Html style(StyleSheet sheet, String nonce) {
        open("style", "nonce", nonce);
        out.append(sheet.css());
        return close("style");
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(Character.isISOControl(c) && c != '\n' && c != '\t' ? 0xfffd : c);
            }
        });
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
