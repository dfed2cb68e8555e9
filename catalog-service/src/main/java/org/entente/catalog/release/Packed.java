package org.entente.catalog.release;

/**
 * A package, and the manifest in it.
 *
 * @param size of all of it, in bytes
 * @param sha256 of all of it, lower-case hexadecimal
 */
record Packed(Frame frame, String manifest, long size, String sha256) {}
