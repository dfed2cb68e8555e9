/** Packages of released content: one byte form, a manifest signed as JWS, and their verification with public keys alone. */
@NullMarked
package org.entente.release;

import org.jspecify.annotations.NullMarked;
