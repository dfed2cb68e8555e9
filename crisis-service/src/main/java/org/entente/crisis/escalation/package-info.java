/** Ladders of people who are called one after the other until one of them answers, by the database's clock. */
@NullMarked
package org.entente.crisis.escalation;

import org.jspecify.annotations.NullMarked;
