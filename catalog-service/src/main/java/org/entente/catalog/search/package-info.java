/** Words of content, and the keyed tokens under which an index keeps them without knowing them. */
@NullMarked
package org.entente.catalog.search;

import org.jspecify.annotations.NullMarked;
