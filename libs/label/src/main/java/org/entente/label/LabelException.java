package org.entente.label;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A label, policy or clearance that means nothing, and the field that is to blame. */
public class LabelException extends RuntimeException {

    private final String pointer;
    private final String detail;

    /**
     * @param pointer RFC 6901, relative to the document that is read; empty for the whole of it
     * @param detail what is wrong, as a predicate of the field: "is not a nation"
     */
    public LabelException(String pointer, String detail) {
        super(pointer.isEmpty() ? detail : pointer + " " + detail);
        this.pointer = pointer;
        this.detail = detail;
    }

    public String pointer() {
        return pointer;
    }

    public String detail() {
        return detail;
    }

    /** The same fault, seen from the document that holds the faulty one at the given place. */
    public LabelException under(String prefix) {
        return new LabelException(prefix + pointer, detail);
    }

    /** The same fault for Jackson, whose path then names the field in whatever document surrounds it. */
    JsonMappingException forJackson(Class<?> type) {
        MismatchedInputException mismatch = MismatchedInputException.from((JsonParser) null, type, detail);
        mismatch.initCause(this);
        String[] segments = pointer.split("/");
        for (int segment = segments.length - 1; segment > 0; segment--) {
            mismatch.prependPath(reference(type, segments[segment]));
        }
        return mismatch;
    }

    private static JsonMappingException.Reference reference(Object from, String segment) {
        return segment.matches("[0-9]{1,9}")
                ? new JsonMappingException.Reference(from, Integer.parseInt(segment))
                : new JsonMappingException.Reference(from, unescaped(segment));
    }

    private static String unescaped(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }
}
