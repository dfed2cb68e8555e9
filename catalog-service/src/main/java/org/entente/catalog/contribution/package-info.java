/** What partners contribute: checked against STIX 2.1, kept as their own, and what is wrong kept apart. */
@NullMarked
package org.entente.catalog.contribution;

import org.jspecify.annotations.NullMarked;
