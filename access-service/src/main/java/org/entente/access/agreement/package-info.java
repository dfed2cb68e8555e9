/** Data-use agreements: in force by the consent of all parties, and what each of them says. */
@NullMarked
package org.entente.access.agreement;

import org.jspecify.annotations.NullMarked;
