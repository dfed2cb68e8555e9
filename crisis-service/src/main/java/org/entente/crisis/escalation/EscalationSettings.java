package org.entente.crisis.escalation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of escalations and of what is sent for them. */
@ConfigMapping(prefix = "entente.escalation")
interface EscalationSettings {
    /** How often a replica looks for what is due; nothing is late by more than this while one runs. */
    @WithDefault("PT1S")
    Duration every();

    /** Origins ({@code https://host[:port]}) that webhooks may be at; none unless they are named. Plain http is for tests. */
    Optional<List<String>> webhookOrigins();

    /** The secret that signs webhooks, at least 32 characters; without it no webhook is sent. */
    Optional<String> webhookSecret();

    /** How often a message is tried before it counts as failed. */
    @WithDefault("8")
    int attempts();

    /** The pause after the first attempt, which doubles with each; also the time a replica has to say that it has sent. */
    @WithDefault("PT30S")
    Duration pause();

    /** How long a receiver may take. */
    @WithDefault("PT10S")
    Duration patience();

    /** Whether a webhook may be at that address. */
    default boolean allows(String address) {
        String origin = LadderCheck.origin(address);
        return !origin.isEmpty()
                && address.length() <= 1_000
                && webhookOrigins().orElse(List.of()).contains(origin);
    }
}
