package org.entente.catalog.release;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.watermark.Comparison.Agreement;

/**
 * Which releases a copy came from.
 *
 * @param sha256 of the copy as it was sent
 * @param compared with how many releases it was compared
 * @param named those it came from, surest first; none where that cannot be said
 * @param readings in data rooms whose number it shows
 */
@RegisterForReflection
record Trace(String sha256, int compared, List<Named> named, List<Reading> readings) {

    /** A stay in a data room, by the number on each of its pages. */
    @RegisterForReflection
    record Reading(UUID room, UUID session, String partner, String person, String name, Instant entered) {}

    /**
     * A release that a copy came from.
     *
     * @param confidence 0 to 1: one less the chance that a release that had no part in it would be named
     */
    @RegisterForReflection
    record Named(
            UUID release,
            UUID assetId,
            Recipient recipient,
            Instant made,
            double confidence,
            List<Evidence> evidence) {}

    /**
     * Marks of one kind.
     *
     * @param mark {@code copy-number}, {@code wrapper}, or a kind of invisible marks
     * @param observed how many places there were to look at
     * @param agreeing how many are as in this release
     * @param chance that as many agree where the release had no part
     */
    @RegisterForReflection
    record Evidence(String mark, int observed, int agreeing, double chance) {
        static Evidence of(Agreement agreement) {
            return new Evidence(
                    agreement.channel().wireName(), agreement.observed(), agreement.agreeing(), agreement.chance());
        }
    }
}
