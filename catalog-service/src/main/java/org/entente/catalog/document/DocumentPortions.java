package org.entente.catalog.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.jspecify.annotations.Nullable;

/** A document as labelled portions. */
public final class DocumentPortions {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final int ID_DIGITS = 12;

    private final MarkReader marks;
    private final Consumer<Label> requireKnown;
    private final int most;

    /**
     * @param requireKnown throws a {@link LabelException} for a label that means nothing
     * @param most how many portions there may be
     */
    public DocumentPortions(MarkReader marks, Consumer<Label> requireKnown, int most) {
        this.marks = marks;
        this.requireKnown = requireKnown;
        this.most = most;
    }

    /** The portions in order, at least one.
     * @throws LabelException naming the place in the document that is to blame
     */
    public List<TextPortion> of(Document document) {
        if ((document.markdown() == null) == (document.portions() == null)) {
            throw new LabelException("", "must have either markdown or portions");
        }
        List<TextPortion> portions =
                document.portions() == null ? marked(document.markdown()) : stated(document.portions());
        if (portions.isEmpty()) {
            throw new LabelException(document.portions() == null ? "/markdown" : "/portions", "has no portion");
        }
        return portions;
    }

    private List<TextPortion> marked(@Nullable String markdown) {
        List<TextPortion> portions = new ArrayList<>();
        for (MarkdownPortions.Portion portion : MarkdownPortions.of(String.valueOf(markdown), marks)) {
            requireRoom(portions, "/markdown");
            portions.add(new TextPortion(
                    unnumbered(),
                    label(portion.mark(), portion.line()),
                    portion.text().toString()));
        }
        return portions;
    }

    private Label label(String mark, int line) {
        try {
            return known(marks.read(mark));
        } catch (LabelException fault) {
            String where =
                    fault.pointer().isEmpty() ? "" : " (" + fault.pointer().substring(1) + ")";
            throw new LabelException(
                    "/markdown", "has at line " + line + " a portion mark that" + where + " " + fault.detail());
        }
    }

    private List<TextPortion> stated(List<Document.Part> parts) {
        List<TextPortion> portions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Document.Part part : parts) {
            requireRoom(portions, "/portions");
            try {
                TextPortion portion = portion(part);
                if (!ids.add(portion.id())) {
                    throw new LabelException("/id", "is there twice");
                }
                portions.add(portion);
            } catch (LabelException fault) {
                throw fault.under("/portions/" + portions.size());
            }
        }
        return portions;
    }

    private TextPortion portion(Document.Part part) {
        String id = part.id() == null ? unnumbered() : part.id();
        if (!ID.matcher(id).matches()) {
            throw new LabelException("/id", "must have 1 to 64 letters, digits, dots, hyphens and underscores");
        }
        if (part.markdown() == null || part.markdown().isBlank()) {
            throw new LabelException("/markdown", "is required");
        }
        if ((part.label() == null) == (part.mark() == null)) {
            throw new LabelException("", "must have either a label or a mark");
        }
        return new TextPortion(id, part.label() == null ? mark(part) : stated(part.label()), part.markdown());
    }

    private Label stated(Label label) {
        try {
            return known(label);
        } catch (LabelException fault) {
            throw fault.under("/label");
        }
    }

    private Label mark(Document.Part part) {
        try {
            return known(marks.read(String.valueOf(part.mark())));
        } catch (LabelException fault) {
            throw new LabelException("/mark", fault.detail());
        }
    }

    /** Numbers would tell a reader how much lies between two portions that are shown. */
    private static String unnumbered() {
        return "p-" + UUID.randomUUID().toString().replace("-", "").substring(0, ID_DIGITS);
    }

    private Label known(Label label) {
        requireKnown.accept(label);
        return label;
    }

    private void requireRoom(List<TextPortion> portions, String field) {
        if (portions.size() == most) {
            throw new LabelException(field, "has more than " + most + " portions");
        }
    }
}
