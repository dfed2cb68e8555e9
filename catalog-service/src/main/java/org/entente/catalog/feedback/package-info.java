/** What readers of an asset tell its originator: of what use it was, what was wrong, what more they need. */
@NullMarked
package org.entente.catalog.feedback;

import org.jspecify.annotations.NullMarked;
