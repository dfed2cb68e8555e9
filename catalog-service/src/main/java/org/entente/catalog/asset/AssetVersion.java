package org.entente.catalog.asset;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A version in the list of them.
 *
 * @param actor who registered it, {@code name@nation}
 * @param sha256 of the canonical form (RFC 8785) of what was registered, lower-case hexadecimal
 */
@RegisterForReflection
record AssetVersion(int version, Form form, Instant registered, String actor, int portions, String sha256) {}
