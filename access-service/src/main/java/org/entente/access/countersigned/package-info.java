/** Acts that two persons of the home side stand for: proposed by one, confirmed by another, withdrawn by either kind alone. */
@NullMarked
package org.entente.access.countersigned;

import org.jspecify.annotations.NullMarked;
