/** What a partner may know of its own standing: what it holds and why, until when, what would bring more, what misuse costs. */
@NullMarked
package org.entente.access.standing;

import org.jspecify.annotations.NullMarked;
