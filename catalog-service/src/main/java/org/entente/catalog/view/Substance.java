package org.entente.catalog.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What is shown, in the form of the asset.
 *
 * @param portions of the asset that are in it
 * @param parts of the tearline that are in it
 */
record Substance(@Nullable ObjectNode bundle, @Nullable DocumentView document, int portions, int parts) {}
