/** Acts of this service that take a stronger login than others. */
@NullMarked
package org.entente.access.assurance;

import org.jspecify.annotations.NullMarked;
