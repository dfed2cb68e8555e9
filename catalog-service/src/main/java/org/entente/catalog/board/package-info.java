/** The standards board: the parties' common documents, changed by ballot only, and never so that anybody sees more. */
@NullMarked
package org.entente.catalog.board;

import org.jspecify.annotations.NullMarked;
