package org.entente.audit.cosigning;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.tlog.MalformedException;
import org.entente.tlog.TrustPolicy;

/** Reads whom to ask; without a policy nobody is asked, and no quorum is ever met. */
class WitnessPolicy {

    @Produces
    @Singleton
    TrustPolicy policy(CosigningConfig config) {
        return config.policyFile()
                .map(WitnessPolicy::read)
                .orElseGet(() -> new TrustPolicy(List.of(), List.of(), new TrustPolicy.Quorum.None()));
    }

    private static TrustPolicy read(Path file) {
        try {
            TrustPolicy policy = TrustPolicy.parse(Files.readString(file));
            if (policy.witnesses().stream().anyMatch(witness -> witness.url() == null)) {
                throw new MalformedException("each witness needs an address");
            }
            return new TrustPolicy(List.of(), policy.witnesses(), policy.quorum());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file of the property entente.log.witnesses.policy-file cannot be read: " + file, e);
        } catch (MalformedException e) {
            throw new IllegalStateException(
                    "The file of the property entente.log.witnesses.policy-file is no policy: " + e.getMessage() + ".",
                    e);
        }
    }
}
