package org.entente.catalog.board;

import org.entente.label.Label;

/** A label that something stored stands under. */
record StoredLabel(String id, Label label) {}
