/** Masks: parts of content that are removed, made coarser or put under a pseudonym before anyone sees them. */
@NullMarked
package org.entente.catalog.masking;

import org.jspecify.annotations.NullMarked;
