package org.entente.catalog.document;

import org.entente.label.Label;

/** A part of a document with its own label; the text is without its mark. */
public record TextPortion(String id, Label label, String markdown) {}
