/** Acts of two persons: one proposes, another one approves, and who did it cannot be changed afterwards. */
@NullMarked
package org.entente.catalog.approval;

import org.jspecify.annotations.NullMarked;
