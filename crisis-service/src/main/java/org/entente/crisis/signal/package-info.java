/** Signals: what was measured or reported about a risk, when and by whom; kept for good. */
package org.entente.crisis.signal;
