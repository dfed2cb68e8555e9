/** Training of persons: which courses there are, who may attest them, and what is attested, for a time. */
@NullMarked
package org.entente.access.training;

import org.jspecify.annotations.NullMarked;
