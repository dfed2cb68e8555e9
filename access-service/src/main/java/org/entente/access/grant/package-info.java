/** What a partner holds under an agreement, never wider than it. */
@NullMarked
package org.entente.access.grant;

import org.jspecify.annotations.NullMarked;
