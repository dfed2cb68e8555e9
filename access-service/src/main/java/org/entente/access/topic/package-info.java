/** Topics: named sets of assets, to which grants may be bound. */
@NullMarked
package org.entente.access.topic;

import org.jspecify.annotations.NullMarked;
