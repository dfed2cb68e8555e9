package org.entente.catalog.watermark;

/** A way in which a copy carries marks; each survives other treatment. */
public enum Channel {
    /** Characters without width between words: survive copying and re-wrapping. */
    INVISIBLE("invisible-characters"),
    /** Straight or curved apostrophes and quotation marks: survive where invisible characters are removed. */
    TYPOGRAPHY("typography"),
    /** One space or two after a sentence: survive where a text is copied as it stands. */
    SPACING("spacing"),
    /** The order of the properties of each object: survives in a single object, and where JSON is read and written. */
    PROPERTY_ORDER("property-order"),
    /** The order of the objects: survives where each object is written anew. */
    OBJECT_ORDER("object-order");

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
