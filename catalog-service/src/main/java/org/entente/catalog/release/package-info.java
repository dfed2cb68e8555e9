/** Releases: copies that are handed over, signed, marked and on record, and the way back from a leaked one to whom it went. */
@NullMarked
package org.entente.catalog.release;

import org.jspecify.annotations.NullMarked;
