/** Conditions and rules in the Common Expression Language (CEL): checked when written, bounded in cost, never more than unmet. */
@NullMarked
package org.entente.access.expression;

import org.jspecify.annotations.NullMarked;
