package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be called, by at least one way.
 *
 * @param person user name at the home side's identity provider
 * @param mail an address, as of RFC 5321 without quoting
 * @param webhook where a signed message is posted; its origin must be among those configured
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        @Schema(examples = "xaa-crisis") String person,
        @Schema(examples = "duty@crisis.example") @Nullable String mail,

        @Schema(examples = "https://pager.example/duty") @Nullable
        String webhook) {}
