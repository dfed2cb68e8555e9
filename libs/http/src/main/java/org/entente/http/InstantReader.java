package org.entente.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** An instant is a string as of RFC 3339; a number would leave open what it counts. */
final class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Optional<Instant> instant =
                parser.hasToken(JsonToken.VALUE_STRING) ? Rfc3339.find(parser.getText()) : Optional.empty();
        return instant.isPresent() ? instant.get() : context.reportInputMismatch(this, "not an instant as of RFC 3339");
    }
}
