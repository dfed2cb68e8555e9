package org.entente.catalog.masking;

/** A mask or a masking policy that means nothing. */
public final class MaskException extends RuntimeException {
    private final String pointer;

    MaskException(String pointer, String detail) {
        super(detail, null, false, false);
        this.pointer = pointer;
    }

    /** What is to blame, as a JSON pointer (RFC 6901) into the document. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong with it. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The same, of a document that stands at that pointer of another. */
    public MaskException under(String outer) {
        return new MaskException(outer + pointer, detail());
    }
}
