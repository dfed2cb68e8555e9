/** Whose a common document is, and who may put it. */
@NullMarked
package org.entente.catalog.ownership;

import org.jspecify.annotations.NullMarked;
