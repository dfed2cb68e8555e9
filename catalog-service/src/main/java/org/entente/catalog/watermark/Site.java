package org.entente.catalog.watermark;

import java.util.List;

/**
 * A place in a text that may be written in one of several forms which read alike.
 *
 * @param start of what a form replaces, inclusive
 * @param end exclusive
 * @param found the form that is there; negative if it is none of them
 */
@SuppressWarnings("ArrayRecordComponent") // made here and read once
record Site(Channel channel, byte[] context, int start, int end, List<String> forms, int found) {
    static Site of(Channel channel, byte[] context, int start, int end, List<String> forms, String text) {
        return new Site(channel, context, start, end, forms, forms.indexOf(text.substring(start, end)));
    }

    Observation observation() {
        return new Observation.Form(channel, context, forms.size(), found);
    }
}
