package org.entente.catalog.masking;

import java.nio.charset.StandardCharsets;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.WrappedKey;

/** Keys that are the same in every run. */
final class Keys implements KeyProvider {
    @Override
    public WrappedKey wrap(byte[] dataKey, byte[] binding) {
        return new WrappedKey("none", dataKey);
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, byte[] binding) {
        return wrapped.bytes();
    }

    @Override
    public byte[] derive(String use) {
        return Digests.sha256().digest(use.getBytes(StandardCharsets.UTF_8));
    }
}
