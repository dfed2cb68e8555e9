/** One https address for everything, as the gateway in front of the cluster has it. */
@NullMarked
package org.entente.suite.gateway;

import org.jspecify.annotations.NullMarked;
