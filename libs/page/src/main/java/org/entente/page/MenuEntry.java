package org.entente.page;

import org.entente.http.Caller;

/** A way into a part of the service, shown on every page; each bean of this type is one. */
public interface MenuEntry {
    /** The path, from the root of the house. */
    String path();

    /** What it is called. */
    String text();

    /** Whether this caller has any use for it; a page behind it decides for itself what it shows. */
    boolean isFor(Caller caller);
}
