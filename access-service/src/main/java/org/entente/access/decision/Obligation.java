package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.access.partner.Posture;
import org.jspecify.annotations.Nullable;

/**
 * What whoever hands out the view has to see to; one that is not understood forbids handing it out.
 *
 * @param until for {@code retain-until}: when copies are to be destroyed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Obligation(String type, @Nullable Instant until) {
    private static final int WATERMARKED_TIER = 3;

    /** Those of a view; a denial has none but the alert. */
    static List<Obligation> of(Verdicts verdicts, Circumstances circumstances) {
        List<Obligation> obligations = new ArrayList<>();
        Posture posture = circumstances.posture().orElse(Posture.SUSPENDED);
        boolean isShown = verdicts.permitsAnything();
        if (isShown && posture.isStricterThan(Posture.NORMAL)) {
            obligations.add(new Obligation("no-download", null));
        }
        if (posture == Posture.WATCH) {
            obligations.add(new Obligation("alert", null));
        }
        if (verdicts.ofTheView().anyMatch(verdict -> verdict.sensitivity().tier() >= WATERMARKED_TIER)) {
            obligations.add(new Obligation("watermark", null));
        }
        if (verdicts.ofTheView().anyMatch(Verdict::isExpedited)) {
            obligations.add(new Obligation("notify-originator", null));
        }
        if (isShown && circumstances.act().handsOver()) {
            verdicts.ofTheView()
                    .map(Verdict::until)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .ifPresent(until -> obligations.add(new Obligation("retain-until", until)));
        }
        return obligations;
    }
}
