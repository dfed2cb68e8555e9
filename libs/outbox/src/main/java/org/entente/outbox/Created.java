package org.entente.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What a creating request made.
 *
 * @param location path of the new resource; absent where what was made is part of one
 * @param body its representation
 */
public record Created(@Nullable String location, Object body) {}
