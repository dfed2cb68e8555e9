/** Export licences: what may go to whom for what end, and how much of that is left. */
@NullMarked
package org.entente.access.licence;

import org.jspecify.annotations.NullMarked;
