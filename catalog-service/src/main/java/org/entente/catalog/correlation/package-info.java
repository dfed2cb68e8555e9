/** Correlation across borders: each originator learns that something matched, and nobody what another holds. */
@NullMarked
package org.entente.catalog.correlation;

import org.jspecify.annotations.NullMarked;
