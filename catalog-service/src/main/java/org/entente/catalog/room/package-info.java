/** Data rooms: a place to read what may not be taken away, for some people, at some times, from some places. */
@NullMarked
package org.entente.catalog.room;

import org.jspecify.annotations.NullMarked;
