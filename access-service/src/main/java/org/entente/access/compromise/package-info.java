/** What a partner tells of its own compromise: it is protected first, and what it had seen is worked out then. */
@NullMarked
package org.entente.access.compromise;

import org.jspecify.annotations.NullMarked;
