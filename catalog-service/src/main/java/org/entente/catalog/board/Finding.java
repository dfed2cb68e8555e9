package org.entente.catalog.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do to something stored.
 *
 * @param stored the digest of a label, the identifier of an asset, or a type of objects
 * @param day UTC, on which it would; absent where that is all the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Finding(String stored, @Nullable String day, String what) {}
