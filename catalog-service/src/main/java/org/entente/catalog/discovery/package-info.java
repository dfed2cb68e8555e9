/** What a reader may know to exist: labels are decided, and the database lists the assets under them. */
@NullMarked
package org.entente.catalog.discovery;

import org.jspecify.annotations.NullMarked;
