package org.entente.catalog.content;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A vault of keys from files. */
final class LocalKeys implements KeyVault {
    private static final String WRAPPED_KEY = "data-key";

    private final Supplier<List<LocalKey>> source;
    private volatile Held held;

    /** @param source reads the keys, the primary one first */
    LocalKeys(Supplier<List<LocalKey>> source) {
        this.source = source;
        this.held = Held.of(source.get());
    }

    private record Held(LocalKey primary, Map<String, LocalKey> byName) {
        static Held of(List<LocalKey> keys) {
            Map<String, LocalKey> byName =
                    keys.stream().collect(Collectors.toMap(LocalKey::name, key -> key, (one, same) -> one));
            return new Held(keys.get(0), byName);
        }
    }

    @Override
    public String primary() {
        return held.primary().name();
    }

    @Override
    public WrappedKey wrap(byte[] key, byte[] binding) {
        LocalKey primary = held.primary();
        return new WrappedKey(primary.name(), AesGcm.seal(primary.aead(), key, binding));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, byte[] binding) {
        LocalKey key = held.byName().get(wrapped.wrappedWith());
        if (key == null) {
            throw new IntegrityException(WRAPPED_KEY);
        }
        return AesGcm.open(key.aead(), wrapped.bytes(), binding, WRAPPED_KEY);
    }

    @Override
    public void refresh() {
        held = Held.of(source.get());
    }
}
