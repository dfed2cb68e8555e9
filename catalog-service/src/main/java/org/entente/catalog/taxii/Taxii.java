package org.entente.catalog.taxii;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** The words of TAXII 2.1 on the wire. */
final class Taxii {
    /** TAXII 2.1, section 1.6.8.2. */
    static final String MEDIA_TYPE = "application/taxii+json;version=2.1";

    static final String STIX = "application/stix+json;version=2.1";
    static final String PREFIX = "/taxii2/";

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    /** STIX 2.1, section 3.2: at least milliseconds are customary, and what is more precise keeps its digits. */
    private static final DateTimeFormatter VERSION = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 6, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private Taxii() {}

    /** An instant of the server's own, to the microsecond (TAXII 2.1, section 2.1). */
    static String timestamp(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    /** A version as objects state it. */
    static String version(Instant instant) {
        return VERSION.format(instant);
    }

    /** An answer, which no cache keeps: what may be shown changes from one moment to the next. */
    static Response.ResponseBuilder answer(int status, Object body) {
        return Response.status(status).type(MEDIA_TYPE).entity(body).header("Cache-Control", "no-store");
    }
}
