/** Narrowing what is shared when indicators surge: in published steps, by rule at once, widened again by two persons only. */
package org.entente.crisis.degradation;
