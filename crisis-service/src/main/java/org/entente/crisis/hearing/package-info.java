/** What the other services, and this one, have told: heard once, in one transaction with what comes of it. */
@NullMarked
package org.entente.crisis.hearing;

import org.jspecify.annotations.NullMarked;
