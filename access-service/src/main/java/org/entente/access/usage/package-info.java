/** Least privilege, measured: what grants allow beside what was used of them, and how they could be narrowed. */
@NullMarked
package org.entente.access.usage;

import org.jspecify.annotations.NullMarked;
