/** Risk assessments of partners: third-party and supply-chain, each valid until a day. */
@NullMarked
package org.entente.access.assessment;

import org.jspecify.annotations.NullMarked;
