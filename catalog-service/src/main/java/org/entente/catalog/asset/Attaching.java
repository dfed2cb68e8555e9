package org.entente.catalog.asset;

import org.entente.catalog.attachment.Attached;
import org.entente.label.Label;

/**
 * An attachment that becomes a portion.
 *
 * @param isNew whether it was in no version before
 * @param isThere whether there is such an upload; if not, the request can only be the repetition of one that took it in
 */
record Attaching(String portion, Label label, Attached attached, boolean isNew, boolean isThere) {}
