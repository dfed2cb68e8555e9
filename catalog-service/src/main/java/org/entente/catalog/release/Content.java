package org.entente.catalog.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The content of a package, marked for its recipient.
 *
 * @param file its name in the package
 * @param binding of each of its parts to the labels it stands under
 * @param labels by their digests
 * @param banner the digest of the label of the whole
 */
@SuppressWarnings("ArrayRecordComponent") // made here, hashed and packed once
record Content(String file, String mediaType, byte[] bytes, ArrayNode binding, ObjectNode labels, String banner) {}
