/** Marking anew: redaction, downgrading and declassification, by two persons, for a reason, and at once. */
@NullMarked
package org.entente.catalog.redaction;

import org.jspecify.annotations.NullMarked;
