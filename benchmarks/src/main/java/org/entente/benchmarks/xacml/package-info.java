/** XACML 3.0, as AuthzForce evaluates it. */
@NullMarked
package org.entente.benchmarks.xacml;

import org.jspecify.annotations.NullMarked;
