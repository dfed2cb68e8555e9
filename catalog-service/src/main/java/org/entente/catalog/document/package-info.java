/** Documents: Markdown whose portion marks are read and checked, or portions with their labels stated. */
@NullMarked
package org.entente.catalog.document;

import org.jspecify.annotations.NullMarked;
