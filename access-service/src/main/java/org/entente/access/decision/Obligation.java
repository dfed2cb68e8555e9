package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.access.agreement.Duty;
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
    private static final Obligation NO_DOWNLOAD = new Obligation("no-download", null);
    private static final Obligation ALERT = new Obligation("alert", null);
    private static final Obligation WATERMARK = new Obligation("watermark", null);
    private static final Obligation NOTIFY_ORIGINATOR = new Obligation("notify-originator", null);

    /** Those of a view; a denial has none but the alert. */
    static List<Obligation> of(Verdicts verdicts, Circumstances circumstances) {
        List<Obligation> obligations = new ArrayList<>();
        Posture posture = circumstances.posture().orElse(Posture.SUSPENDED);
        boolean isShown = verdicts.permitsAnything();
        boolean isHeld = isShown && posture.isStricterThan(Posture.NORMAL);
        boolean isMarked = false;
        boolean isNotified = false;
        Instant until = null;
        for (Verdict verdict : verdicts.ofTheView()) {
            isHeld |= verdict.obliges(Duty.NO_DOWNLOAD);
            isMarked |= verdict.sensitivity().tier() >= WATERMARKED_TIER || verdict.obliges(Duty.WATERMARK);
            isNotified |= verdict.isExpedited() || verdict.obliges(Duty.NOTIFY_ORIGINATOR);
            until = earlier(verdict.until(), until);
        }
        add(obligations, isHeld, NO_DOWNLOAD);
        add(obligations, posture == Posture.WATCH, ALERT);
        add(obligations, isMarked, WATERMARK);
        add(obligations, isNotified, NOTIFY_ORIGINATOR);
        if (until != null && circumstances.act().handsOver()) {
            obligations.add(new Obligation("retain-until", until));
        }
        return obligations;
    }

    private static void add(List<Obligation> obligations, boolean isDue, Obligation obligation) {
        if (isDue) {
            obligations.add(obligation);
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
