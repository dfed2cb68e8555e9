/** Who of the home side answers for what, within which time, and who stands in for whom. */
@NullMarked
package org.entente.access.routing;

import org.jspecify.annotations.NullMarked;
