/** Events of other services, as they come in: understood, or refused for good. */
@NullMarked
package org.entente.access.received;

import org.jspecify.annotations.NullMarked;
