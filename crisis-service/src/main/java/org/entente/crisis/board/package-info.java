/** The situation at a glance: what is in force, who sees more than usual, what is signalled, who is being called. */
@NullMarked
package org.entente.crisis.board;

import org.jspecify.annotations.NullMarked;
