package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A review that comes round.
 *
 * @param partner whose grants; absent for all
 * @param everySeconds how often
 * @param within how long each campaign lasts
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Schedule(String title, @Nullable String partner, long everySeconds, Duration within) {}
