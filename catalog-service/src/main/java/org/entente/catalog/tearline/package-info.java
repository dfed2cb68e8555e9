/** Tearlines: the same substance without sources and methods, drafted with guidance, approved by a second person. */
@NullMarked
package org.entente.catalog.tearline;

import org.jspecify.annotations.NullMarked;
