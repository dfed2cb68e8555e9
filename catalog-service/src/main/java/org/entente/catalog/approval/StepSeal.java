package org.entente.catalog.approval;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;

/** Authenticates the steps of proposals, so that nobody approves anything by writing to the database. */
final class StepSeal {
    private static final String USE = "entente.catalog.approval.1";

    private final byte[] key;

    StepSeal(KeyProvider keys) {
        this.key = keys.derive(USE);
    }

    byte[] of(UUID proposal, Step step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            text(mac, proposal.toString());
            text(mac, Integer.toString(step.number()));
            text(mac, step.state().name());
            text(mac, step.person().subject());
            text(mac, step.person().actor());
            text(mac, step.at().toString());
            return mac.doFinal();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256.", exception);
        }
    }

    /** @throws IntegrityException if it is not the step that was taken */
    void require(UUID proposal, Step step, byte[] seal) {
        if (!MessageDigest.isEqual(of(proposal, step), seal)) {
            throw new IntegrityException("approval " + proposal);
        }
    }

    private static void text(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }
}
