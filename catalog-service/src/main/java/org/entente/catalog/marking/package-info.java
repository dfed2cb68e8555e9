/** Marking policies as versioned documents, and the calculator of banners. */
@NullMarked
package org.entente.catalog.marking;

import org.jspecify.annotations.NullMarked;
