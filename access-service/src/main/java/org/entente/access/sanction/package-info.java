/** Consequences of a confirmed breach: what the agreements concerned say of it, or else the published rules. */
@NullMarked
package org.entente.access.sanction;

import org.jspecify.annotations.NullMarked;
