/** Decisions of exercises: on a copy of policy, of synthetic content, announced as what they are and answered to nobody. */
@NullMarked
package org.entente.access.exercise;

import org.jspecify.annotations.NullMarked;
