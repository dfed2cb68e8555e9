/** Messages to partners on what is shared, changed or refused: drafted, agreed on at home, approved, sent, acknowledged. */
@NullMarked
package org.entente.access.message;

import org.jspecify.annotations.NullMarked;
