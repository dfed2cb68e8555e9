/** The STIX objects of all listed assets, one by one, in the order in which they came. */
@NullMarked
package org.entente.catalog.shelf;

import org.jspecify.annotations.NullMarked;
