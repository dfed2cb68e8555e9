package org.entente.crisis.connector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of connectors; there are none unless configured. */
@ConfigMapping(prefix = "entente.connector")
interface ConnectorSettings {
    /** Collections of allies that are read regularly, by name. */
    Map<String, Taxii> taxii();

    /** Who may call the webhook, by name. */
    Map<String, Webhook> webhook();

    /** A TAXII 2.1 collection whose indicators and sightings are signals. */
    interface Taxii {
        /** Of the collection, such as {@code https://ally.example/api/collections/<id>/}. */
        URI url();

        /** A file with the bearer token; absent for none. */
        Optional<Path> tokenFile();

        /** Which indicator its objects are signals of. */
        String indicator();

        /** The partner whom they are about; absent for nobody in particular. */
        Optional<String> partner();

        /** An ally publishes more often than this rarely matters. */
        @WithDefault("PT1M")
        Duration every();

        /** What was true yesterday is half as true today. */
        @WithDefault("PT24H")
        Duration halfLife();

        /** For objects that do not say how sure they are (STIX 2.1 section 3.2 lets them). */
        @WithDefault("50")
        int confidence();

        /** More objects than this are read at the next turn. */
        @WithDefault("500")
        int mostObjects();
    }

    /** A caller who signs what it sends. */
    interface Webhook {
        /** A file with the secret that both sides know, at least 32 bytes. */
        Path secretFile();

        /** The indicators that it may report, by name; absent for all. */
        Optional<Set<String>> indicators();
    }
}
