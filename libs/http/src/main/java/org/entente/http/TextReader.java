package org.entente.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** A text is a string that can be stored. */
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
        return StorableText.isStorable(text)
                ? text
                : context.reportInputMismatch(this, "a string with U+0000 or half a surrogate pair");
    }
}
