package org.entente.catalog.room;

import com.maxmind.db.Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/** Which country an address is in, by a GeoIP database in MaxMind DB format. */
final class CountryDatabase {
    private static final int IPV4_BYTES = 4;

    private final Reader reader;

    /** @throws IOException if it is none */
    CountryDatabase(byte[] database) throws IOException {
        reader = new Reader(new ByteArrayInputStream(database));
    }

    /** The country of a literal address, ISO 3166-1 alpha-3; empty if it is not known. */
    Optional<String> country(String address) {
        return Network.address(address)
                .map(this::entry)
                .map(entry -> entry.get("country"))
                .map(country -> country instanceof Map<?, ?> named ? named.get("iso_code") : null)
                .map(String::valueOf)
                .flatMap(CountryDatabase::alpha3);
    }

    /** None where it is not in there, or the database is about shorter addresses, of which it would take the first bits. */
    private Map<?, ?> entry(byte[] address) {
        if (address.length > IPV4_BYTES && reader.getMetadata().ipVersion() == 4) {
            return Map.of();
        }
        try {
            Map<?, ?> entry = reader.get(InetAddress.getByAddress(address), Map.class);
            return entry == null ? Map.of() : entry;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Databases name countries by two letters; some by three. */
    private static Optional<String> alpha3(String code) {
        try {
            return code.matches("[A-Z]{3}")
                    ? Optional.of(code)
                    : Optional.of(new Locale("", code).getISO3Country()).filter(found -> !found.isEmpty());
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }
}
