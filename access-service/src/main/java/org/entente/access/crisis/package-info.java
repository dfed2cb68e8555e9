/** Crisis plans and their activations, as the crisis service announced them. */
@NullMarked
package org.entente.access.crisis;

import org.jspecify.annotations.NullMarked;
