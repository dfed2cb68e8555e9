/** What crisis-service orders and access-service carries out: signed, so that nobody on the way can add to it. */
@NullMarked
package org.entente.events.order;

import org.jspecify.annotations.NullMarked;
