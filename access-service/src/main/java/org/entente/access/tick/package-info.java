/** What time brings, done again and again by every replica. */
@NullMarked
package org.entente.access.tick;

import org.jspecify.annotations.NullMarked;
