/** The number that changes with every change of policy, so that nothing is decided on a policy of yesterday. */
@NullMarked
package org.entente.access.epoch;

import org.jspecify.annotations.NullMarked;
