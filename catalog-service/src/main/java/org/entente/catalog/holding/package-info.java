/** What is held of an asset, as a question about it needs it, and what may go of it, opened. */
@NullMarked
package org.entente.catalog.holding;

import org.jspecify.annotations.NullMarked;
