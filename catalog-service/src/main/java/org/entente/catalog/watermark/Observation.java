package org.entente.catalog.watermark;

import java.util.List;

/** What is found in a copy that a mark could be: under a key that had no part in it each is a throw of dice. */
sealed interface Observation {
    Channel channel();

    /** One of several forms, in a context. */
    @SuppressWarnings("ArrayRecordComponent") // looked at once, never compared
    record Form(Channel channel, byte[] context, int forms, int found) implements Observation {}

    /** Some contexts in an order. */
    record Order(Channel channel, List<byte[]> contexts) implements Observation {}
}
