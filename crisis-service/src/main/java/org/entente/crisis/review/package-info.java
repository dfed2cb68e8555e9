/** Reviews that open by themselves when an activation ends: what happened, what was learnt, and what comes of it. */
@NullMarked
package org.entente.crisis.review;

import org.jspecify.annotations.NullMarked;
