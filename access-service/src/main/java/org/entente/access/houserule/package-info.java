/** House rules: resource types of the agencies' own, governed by named expressions that two administrators agree on. */
@NullMarked
package org.entente.access.houserule;

import org.jspecify.annotations.NullMarked;
