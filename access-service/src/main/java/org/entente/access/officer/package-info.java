/** Who speaks for a party: counterparts that somebody vouched for, and keys with which officers sign. */
@NullMarked
package org.entente.access.officer;

import org.jspecify.annotations.NullMarked;
