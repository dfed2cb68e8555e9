/** Exercises with partners: a script run by the clock on a copy of policy, scored, and marked as an exercise in all it leaves. */
@NullMarked
package org.entente.crisis.exercise;

import org.jspecify.annotations.NullMarked;
