/** Reviews: campaigns in which grants are kept, narrowed or revoked; a grant whose review is overdue is as good as none. */
@NullMarked
package org.entente.access.review;

import org.jspecify.annotations.NullMarked;
