/** Changes to what may have changed meanwhile: entity tags, and the present state for whoever came too late. */
@NullMarked
package org.entente.access.revision;

import org.jspecify.annotations.NullMarked;
