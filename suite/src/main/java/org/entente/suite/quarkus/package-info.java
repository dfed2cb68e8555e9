/** The four services as processes. */
@NullMarked
package org.entente.suite.quarkus;

import org.jspecify.annotations.NullMarked;
