/** Views: exactly the portions that one reader may have, decided, recorded, and only then shown. */
@NullMarked
package org.entente.catalog.view;

import org.jspecify.annotations.NullMarked;
