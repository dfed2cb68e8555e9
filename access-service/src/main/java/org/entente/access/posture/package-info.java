/** Why a partner is trusted less: causes come at once and by one, and are taken away by two persons. */
@NullMarked
package org.entente.access.posture;

import org.jspecify.annotations.NullMarked;
