package org.entente.tlog;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which logs are believed, and how many of which witnesses must have cosigned (C2SP tlog-policy).
 *
 * @param logs a checkpoint must be of one of them; none means any key that something else vouches for
 * @param witnesses all that are known, whether the quorum asks for them or not
 */
public record TrustPolicy(List<KeyChain> logs, List<Witness> witnesses, Quorum quorum) implements Trust {

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Who watches logs.
     *
     * @param name within the policy
     * @param key of signature type 4
     * @param url submission prefix of C2SP tlog-witness
     */
    public record Witness(
            String name, VerifierKey key, @Nullable URI url) {}

    /** Which sets of witnesses are strong enough. */
    public sealed interface Quorum {

        /** Whether these witnesses, by their names in the policy, are enough. */
        boolean isMetBy(Set<String> names);

        /** No witness is needed. */
        record None() implements Quorum {
            @Override
            public boolean isMetBy(Set<String> names) {
                return true;
            }
        }

        /** One witness. */
        record One(String name) implements Quorum {
            @Override
            public boolean isMetBy(Set<String> names) {
                return names.contains(name);
            }
        }

        /** So many of these. */
        record Some(int threshold, List<Quorum> members) implements Quorum {
            public Some {
                members = List.copyOf(members);
            }

            @Override
            public boolean isMetBy(Set<String> names) {
                return members.stream().filter(member -> member.isMetBy(names)).count() >= threshold;
            }
        }
    }

    /** Reads the text of a policy; throws {@link MalformedException} that names the line. */
    public static TrustPolicy parse(String text) {
        return new TrustPolicyReader().read(text);
    }

    /** The same policy, where the keys of the logs may have handed over. */
    public TrustPolicy following(List<Handover> handovers) {
        return new TrustPolicy(
                logs.stream()
                        .map(chain -> KeyChain.of(chain.keyAt(0), handovers))
                        .toList(),
                witnesses,
                quorum);
    }

    /** The same quorum for this log alone. */
    public TrustPolicy forLog(KeyChain log) {
        return new TrustPolicy(List.of(log), witnesses, quorum);
    }

    /** Verified if one of the logs signed it, and the witnesses that cosigned it are enough. */
    @Override
    public Verdict verify(SignedCheckpoint checkpoint) {
        Verdict signed = logs.isEmpty() ? Verdict.verified() : Verdict.refused(Reason.KEY_UNKNOWN);
        for (KeyChain log : logs) {
            signed = log.verify(checkpoint);
            if (signed.isVerified()) {
                break;
            }
        }
        return signed.isVerified() ? Verdict.of(quorum.isMetBy(cosignedBy(checkpoint)), Reason.QUORUM_MISSED) : signed;
    }

    /** The witnesses, by their names in the policy, whose cosignatures are on it and verify. */
    public Set<String> cosignedBy(SignedCheckpoint checkpoint) {
        return witnesses.stream()
                .filter(witness -> checkpoint.note().verify(witness.key()).isVerified())
                .map(Witness::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
