/** Who may have what, why, until when. */
@NullMarked
package org.entente.access;

import org.jspecify.annotations.NullMarked;
