/** The states we share with, and how far each is trusted now. */
@NullMarked
package org.entente.access.partner;

import org.jspecify.annotations.NullMarked;
