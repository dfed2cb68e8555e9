/** Provenance as W3C PROV has it: where assets come from, what was made of them, and who is behind them. */
@NullMarked
package org.entente.catalog.provenance;

import org.jspecify.annotations.NullMarked;
