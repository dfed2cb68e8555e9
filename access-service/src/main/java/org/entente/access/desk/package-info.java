/** The liaison desk: one view across agencies of what is offered, open, expiring, awaited and planned. */
@NullMarked
package org.entente.access.desk;

import org.jspecify.annotations.NullMarked;
