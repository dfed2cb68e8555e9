package org.entente.catalog.view;

import java.util.HashSet;
import java.util.Set;
import org.entente.catalog.document.MarkWriter;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;
import org.jspecify.annotations.Nullable;

/** The marks of what one reader is shown, and of all of it together. */
final class PortionMarking {
    private final MarkWriter marks;
    private final Set<NormalLabel> shown = new HashSet<>();

    /** @param reader the nation of the reader; absent for the home side */
    PortionMarking(Labels vocabulary, @Nullable String reader) {
        this.marks = new MarkWriter(vocabulary, reader);
    }

    /** The mark of something shown under the label. */
    String mark(NormalLabel label) {
        shown.add(label);
        return marks.write(label);
    }

    /** The mark of all that was marked; nothing has none. */
    @Nullable String banner() {
        return shown.isEmpty() ? null : marks.write(RollUp.banner(shown));
    }
}
