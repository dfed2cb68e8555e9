/** The commands of ./entente. */
@NullMarked
package org.entente.suite.cli;

import org.jspecify.annotations.NullMarked;
