/** Consents of originators and owners of rights: asked once, given by persons, for a time, and taken back at once. */
@NullMarked
package org.entente.access.consent;

import org.jspecify.annotations.NullMarked;
