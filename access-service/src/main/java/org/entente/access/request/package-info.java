/** Requests of partners: asked, routed, clarified, and answered with a rationale that both sides read. */
@NullMarked
package org.entente.access.request;

import org.jspecify.annotations.NullMarked;
