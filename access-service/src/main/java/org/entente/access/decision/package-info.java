/** Decisions: asked in AuthZEN, taken by a pure function, answered once they are on record. */
@NullMarked
package org.entente.access.decision;

import org.jspecify.annotations.NullMarked;
