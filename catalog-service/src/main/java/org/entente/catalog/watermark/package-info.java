/** Marks by which a copy can be traced to the release it came from, and the arithmetic of how sure that is. */
@NullMarked
package org.entente.catalog.watermark;

import org.jspecify.annotations.NullMarked;
