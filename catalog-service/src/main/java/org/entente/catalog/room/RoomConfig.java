package org.entente.catalog.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How data rooms are kept. */
@ConfigMapping(prefix = "entente.catalog.data-room")
interface RoomConfig {
    /** A GeoIP database in MaxMind DB format with {@code country.iso_code}; without one, no country is known to be within a geofence. */
    Optional<Path> countriesFile();

    /** Objects or paragraphs on a page. */
    @WithDefault("20")
    int perPage();

    /** Bytes of a text that is attached, on a page. */
    @WithDefault("16384")
    int textBytes();

    /** The largest picture that is shown; larger ones are only named. */
    @WithDefault("4194304")
    int pictureBytes();

    /** The longest stay, however long the token lasts. */
    @WithDefault("PT8H")
    Duration longestStay();
}
