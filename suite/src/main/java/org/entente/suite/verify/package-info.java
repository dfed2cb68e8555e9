/** {@code ./entente log …}: verifies a log with libs/tlog alone, over HTTP or from a folder; needs no running suite. */
@NullMarked
package org.entente.suite.verify;

import org.jspecify.annotations.NullMarked;
