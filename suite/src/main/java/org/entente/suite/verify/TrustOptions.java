package org.entente.suite.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.tlog.Handover;
import org.entente.tlog.KeyChain;
import org.entente.tlog.Reason;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Trust;
import org.entente.tlog.TrustPolicy;
import org.entente.tlog.Verdict;
import org.entente.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to trust: a key, a policy of logs and witnesses, or both. */
final class TrustOptions {

    @Option(names = "--key", paramLabel = "FILE", description = "the log's key, as /audit/log/key gives it")
    private @Nullable Path key;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "logs, witnesses and quorum (c2sp.org/tlog-policy); with --key, for that log alone")
    private @Nullable Path policy;

    boolean isGiven() {
        return key != null || policy != null;
    }

    /** What these options say, along the hand-overs from key to key. Throws {@link org.entente.tlog.MalformedException}. */
    Trust trust(List<Handover> handovers) throws IOException {
        return new Chosen(keys(handovers), policy == null ? null : TrustPolicy.parse(Inputs.text(policy)), handovers);
    }

    /** The same, and without any option the key that the log says is its own: that proves only that log and key fit. */
    Trust trust(List<Handover> handovers, VerifierKey itsOwn, PrintWriter out) throws IOException {
        if (isGiven()) {
            return trust(handovers);
        }
        out.printf("NOTE: without --key or --policy the log's own key is taken: %s%n", itsOwn);
        return KeyChain.of(itsOwn);
    }

    private List<KeyChain> keys(List<Handover> handovers) throws IOException {
        return key == null ? List.of() : List.of(KeyChain.of(VerifierKey.parse(Inputs.text(key)), handovers));
    }

    /** The key, the policy, or the policy's quorum for the key's log. */
    private record Chosen(List<KeyChain> key, @Nullable TrustPolicy policy, List<Handover> handovers) implements Trust {

        @Override
        public Verdict verify(SignedCheckpoint checkpoint) {
            List<Trust> both = new ArrayList<>(key);
            if (policy != null) {
                both.add(key.isEmpty() ? policy.following(handovers) : policy.forLog(key.get(0)));
            }
            return both.stream()
                    .map(trust -> trust.verify(checkpoint))
                    .filter(verdict -> !verdict.isVerified())
                    .findFirst()
                    .orElse(both.isEmpty() ? Verdict.refused(Reason.KEY_UNKNOWN) : Verdict.verified());
        }
    }

    /** The witnesses of the policy that have cosigned. */
    Set<String> witnessesOf(SignedCheckpoint checkpoint) throws IOException {
        return policy == null
                ? Set.of()
                : TrustPolicy.parse(Files.readString(policy)).cosignedBy(checkpoint);
    }
}
