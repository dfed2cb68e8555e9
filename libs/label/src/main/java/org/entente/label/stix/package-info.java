/** Labels and STIX 2.1: a bundle as labelled portions, markings as labels, and objects put together again for one reader. */
@NullMarked
package org.entente.label.stix;

import org.jspecify.annotations.NullMarked;
