/** Signals of other services that lower postures, and take back exactly what they lowered. */
@NullMarked
package org.entente.access.signal;

import org.jspecify.annotations.NullMarked;
