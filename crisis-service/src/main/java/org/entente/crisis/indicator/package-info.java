/** Risk indicators: what signals amount to at an instant, expressions over them, and the gate that keeps an outcome from flapping. */
package org.entente.crisis.indicator;
