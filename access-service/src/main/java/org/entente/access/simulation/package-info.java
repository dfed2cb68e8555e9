/** What-if questions: what a draft agreement, grant or crisis plan would have changed. Nothing here is ever a decision. */
@NullMarked
package org.entente.access.simulation;

import org.jspecify.annotations.NullMarked;
