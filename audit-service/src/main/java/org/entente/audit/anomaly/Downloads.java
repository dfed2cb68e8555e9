package org.entente.audit.anomaly;

import java.util.Locale;
import java.util.Optional;

/** Copies handed over, and bytes sent, in ten minutes. */
final class Downloads implements Signal {

    private static final double MEBIBYTE = 1 << 20;

    private final Baseline usualCopies = new Baseline();
    private final Baseline usualBytes = new Baseline();
    private long tenMinutes = -1;
    private int copies;
    private long bytes;

    @Override
    public Optional<Finding> see(Access access, View view) {
        if (view.tenMinutes() != tenMinutes) {
            learn(view);
            tenMinutes = view.tenMinutes();
        }
        if (access.deed().kind() == Access.Kind.ASKED) {
            return Optional.empty();
        }
        copies += access.deed().kind() == Access.Kind.HANDED_OVER ? 1 : 0;
        bytes += access.deed().bytes();
        double most = copyLimit(view);
        if (copies > most) {
            return Optional.of(Finding.of(
                    Kind.DOWNLOAD_BURST,
                    "copies",
                    copies,
                    most,
                    String.format(
                            Locale.ROOT, "%d copies within ten minutes; up to %.0f are not unusual", copies, most)));
        }
        double largest = byteLimit(view);
        return bytes <= largest
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Kind.DOWNLOAD_BURST,
                        "bytes",
                        bytes,
                        largest,
                        String.format(
                                Locale.ROOT,
                                "%.1f MiB within ten minutes; up to %.1f are not unusual",
                                bytes / MEBIBYTE,
                                largest / MEBIBYTE)));
    }

    private void learn(View view) {
        if (copies > 0) {
            usualCopies.learn(copies, copyLimit(view));
        }
        if (bytes > 0) {
            usualBytes.learn(bytes, byteLimit(view));
        }
        copies = 0;
        bytes = 0;
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.DOWNLOAD_BURST) {
            (dismissed.key().equals("copies") ? usualCopies : usualBytes).allow(dismissed.value());
        }
    }

    private double copyLimit(View view) {
        return view.limit(usualCopies, view.floors().copies(), view.ceilings().copies());
    }

    private double byteLimit(View view) {
        return view.limit(usualBytes, view.floors().bytes(), view.ceilings().bytes());
    }
}
