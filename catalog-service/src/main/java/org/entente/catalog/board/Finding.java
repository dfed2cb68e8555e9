package org.entente.catalog.board;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a change would do to a stored label.
 *
 * @param label its digest
 * @param day UTC, on which it would
 */
@RegisterForReflection
record Finding(String label, String day, String what) {}
