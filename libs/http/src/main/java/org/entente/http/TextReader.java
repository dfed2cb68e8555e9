package org.entente.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** A text is a string that can be stored: PostgreSQL has no place for U+0000, nor UTF-8 for half a surrogate pair. */
final class TextReader extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    TextReader() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "not a string");
        }
        String text = parser.getText();
        return text.codePoints().noneMatch(TextReader::isUnwritable)
                ? text
                : context.reportInputMismatch(this, "a string with U+0000 or half a surrogate pair");
    }

    private static boolean isUnwritable(int point) {
        return point == 0 || Character.getType(point) == Character.SURROGATE;
    }
}
