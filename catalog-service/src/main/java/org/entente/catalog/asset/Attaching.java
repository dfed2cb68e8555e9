package org.entente.catalog.asset;

import org.entente.catalog.attachment.Attached;
import org.entente.label.Label;

/**
 * An attachment that becomes a portion.
 *
 * @param isNew whether it was in no version before
 */
record Attaching(String portion, Label label, Attached attached, boolean isNew) {}
