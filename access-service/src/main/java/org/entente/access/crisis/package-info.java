/** Crisis plans, consented to here by every party, and what crisis-service orders under them: applied inside their ceiling or not at all. */
@NullMarked
package org.entente.access.crisis;

import org.jspecify.annotations.NullMarked;
