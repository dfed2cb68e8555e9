/** Assets: registered once, labelled portion by portion, sealed, and kept in immutable versions. */
@NullMarked
package org.entente.catalog.asset;

import org.jspecify.annotations.NullMarked;
