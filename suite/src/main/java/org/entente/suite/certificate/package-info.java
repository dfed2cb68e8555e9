/** A certification authority for this machine alone, and the certificate of the gateway. */
@NullMarked
package org.entente.suite.certificate;

import org.jspecify.annotations.NullMarked;
