/** What the suite consists of and where it lives: parts, ports, folders, secrets. */
@NullMarked
package org.entente.suite.layout;

import org.jspecify.annotations.NullMarked;
