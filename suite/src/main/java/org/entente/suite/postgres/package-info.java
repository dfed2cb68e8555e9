/** The databases of the services and their migrations. */
@NullMarked
package org.entente.suite.postgres;

import org.jspecify.annotations.NullMarked;
