/** TAXII 2.1: the catalog for machines of partners, one API root per partner and purpose, one collection per topic. */
@NullMarked
package org.entente.catalog.taxii;

import org.jspecify.annotations.NullMarked;
