/** Marking policies, as the catalog published them. */
@NullMarked
package org.entente.access.marking;

import org.jspecify.annotations.NullMarked;
