package org.entente.label.stanag4774;

import java.time.Instant;
import java.util.List;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.jspecify.annotations.Nullable;

/**
 * A label as STANAG 4774 carries it: with the dates of its life, and remarks that decide nothing.
 *
 * @param created when the label was made
 * @param review when it is to be looked at again; a label is not void when that is past. The schema lets it be absent; the
 *     prose (ADatP-4774, appendix 1) wants it wherever no succession is stated, which is never stated here
 * @param remarks informative categories that are none of ours, kept as they are
 */
public record ConfidentialityLabel(
        Label label, Instant created, @Nullable Instant review, List<Remark> remarks) {

    /** The namespace of the elements. */
    public static final String NAMESPACE = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";

    public ConfidentialityLabel {
        remarks = List.copyOf(remarks);
    }

    /** What a foreign policy remarks without restricting anyone, such as {@code Administrative}: {@code PERSONAL}. */
    public record Remark(String tag, List<String> values) {

        public Remark {
            values = List.copyOf(values);
        }
    }

    /** The largest document that is read, in bytes. */
    public static int largest() {
        return XmlDocument.LARGEST;
    }

    /**
     * The label of an XML document in UTF-8. Whether what it says is known to a vocabulary is not asked here.
     *
     * @throws LabelException where the document is not well-formed, is no originator's label, or says anything that our
     *     labels cannot say and that could restrict a reader: a privacy mark, a succession, a category that is not ours.
     *     The fault's pointer is a path of element names, or {@code /label} and a member of the label's JSON form
     */
    public static ConfidentialityLabel parse(byte[] document) {
        return LabelReader.read(XmlDocument.read(document));
    }

    /**
     * The XML document, the same for the same label written in another order.
     *
     * @throws LabelException where a text has characters that XML cannot carry, or a date is not of the years 1 to 9999
     */
    public String xml() {
        return new LabelWriter().write(this);
    }
}
