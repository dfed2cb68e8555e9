package org.entente.suite.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.entente.tlog.MalformedException;
import org.entente.tlog.Verdict;

/** How a verification is told, in words and as an exit code. */
final class Outcome {

    private static final int REFUSED = 1;

    private Outcome() {}

    /** Runs a verification; what cannot be read is refused, too. */
    static int of(PrintWriter out, Callable<Verdict> verification) throws IOException {
        try {
            Verdict verdict = verification.call();
            if (verdict instanceof Verdict.Refused refused) {
                out.printf("REFUSED: %s.%n", refused.reason().explanation());
                return REFUSED;
            }
            out.println("VERIFIED");
            return 0;
        } catch (MalformedException unreadable) {
            out.printf("REFUSED: %s.%n", unreadable.getMessage());
            return REFUSED;
        } catch (UncheckedIOException unreachable) {
            throw unreachable.getCause();
        } catch (IOException | RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IOException(fault);
        }
    }
}
