/** Access tokens of the demo accounts and applications, obtained the way their owners would. */
@NullMarked
package org.entente.suite.login;

import org.jspecify.annotations.NullMarked;
