package org.entente.catalog.room;

import com.maxmind.db.Metadata;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which country an address is in, as far as the operator's database knows; read once at the start. */
@Startup
@ApplicationScoped
@RegisterForReflection(targets = Metadata.class) // the library reads its own header by reflection
class Countries {
    private final Optional<CountryDatabase> database;

    Countries(RoomConfig config) {
        database = config.countriesFile().map(Countries::read);
    }

    @Nullable String of(@Nullable String address) {
        return address == null
                ? null
                : database.flatMap(known -> known.country(address)).orElse(null);
    }

    private static CountryDatabase read(Path file) {
        try {
            return new CountryDatabase(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The property entente.catalog.data-room.countries-file must name a readable MaxMind DB; " + file
                            + " is not.",
                    unreadable);
        }
    }
}
