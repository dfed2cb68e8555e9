/** How long content is kept, what must not be erased, and erasing it: the entries and all their proofs stay. */
package org.entente.audit.retention;
