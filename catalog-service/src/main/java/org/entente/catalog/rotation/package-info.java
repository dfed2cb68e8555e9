/** Key rotation: every wrapped key passes to another key-encryption key, while the service goes on. */
@NullMarked
package org.entente.catalog.rotation;

import org.jspecify.annotations.NullMarked;
