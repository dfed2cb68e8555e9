package org.entente.access.desk;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A part of the desk. Whoever has something to show there is one more of them, and is found by itself. */
public interface Section {
    /** Under which it stands. */
    String name();

    /** What it shows, at most as many entries as the filter allows and one more. */
    Uni<List<Entry>> entries(Filter filter);
}
