/** The question to access-service (OpenID AuthZEN 1.0) and its answer; whatever is not a clear answer is no permit. */
@NullMarked
package org.entente.catalog.access;

import org.jspecify.annotations.NullMarked;
