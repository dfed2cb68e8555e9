/** Content at rest: a data key per asset, wrapped by a key-encryption key, every piece bound to its place and label. */
@NullMarked
package org.entente.catalog.content;

import org.jspecify.annotations.NullMarked;
