package org.entente.catalog.content;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** The keys of this service; one that cannot get at them does not start. */
@Startup
@ApplicationScoped
public class Keyring implements KeyProvider {
    private static final Logger LOG = Logger.getLogger(Keyring.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 1_000;

    private final KeyVault vault;
    private final RootSecret root;
    private final Vertx vertx;
    private final long refreshMillis;

    Keyring(ContentConfig config, Instance<KeyVault> vaults, RootSecret root, Vertx vertx) {
        this.vault = vaults.isResolvable() ? vaults.get() : local(config);
        this.root = root;
        this.vertx = vertx;
        this.refreshMillis = config.keyRefresh().toMillis();
    }

    /** A database that is away is waited for, later; one that was written with other keys is a reason not to start. */
    void start(@Observes StartupEvent event) {
        try {
            root.load(vault).await().atMost(PATIENCE);
        } catch (IntegrityException otherKeys) {
            throw new IllegalStateException(
                    "The key-encryption keys are not those that the content of this database was kept with.",
                    otherKeys);
        } catch (RuntimeException unreachable) {
            LOG.warnf("The secrets of the database cannot be read yet: %s", unreachable.getMessage());
            tryAgain();
        }
        vertx.setPeriodic(refreshMillis, ignored -> vertx.executeBlocking(this::tryRefresh, false));
    }

    private void tryAgain() {
        vertx.setTimer(RETRY_MILLIS, ignored -> root.load(vault).subscribe().with(loaded -> {}, fault -> tryAgain()));
    }

    /** The vault that the configuration asks for. */
    static KeyVault local(ContentConfig config) {
        if (config.keyFile().isPresent() == config.keyDirectory().isPresent()) {
            throw new IllegalStateException(
                    "One of the properties " + KeyFiles.PRIMARY + " and " + KeyDirectory.PROPERTY + " must be set.");
        }
        return config.keyDirectory()
                .map(folder -> new LocalKeys(new KeyDirectory(folder)))
                .orElseGet(() -> new LocalKeys(new KeyFiles(
                        config.keyFile().orElseThrow(), config.retiredKeyFiles().orElse(List.of()))));
    }

    /** The name of the key that wraps. */
    public String primary() {
        return vault.primary();
    }

    /** Looks for keys that have come or gone. */
    public void refresh() {
        vault.refresh();
    }

    /** The same key, wrapped with the primary key.
     * @throws IntegrityException if it cannot be unwrapped
     */
    public WrappedKey rewrap(WrappedKey wrapped, byte[] binding) {
        return vault.wrap(vault.unwrap(wrapped, binding), binding);
    }

    @Override
    public WrappedKey wrap(byte[] key, byte[] binding) {
        return vault.wrap(key, binding);
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, byte[] binding) {
        return vault.unwrap(wrapped, binding);
    }

    @Override
    public byte[] derive(String use) {
        return root.derive(use);
    }

    private boolean tryRefresh() {
        try {
            refresh();
            return true;
        } catch (IllegalStateException unreadable) {
            LOG.errorf("Keys are as before: %s", unreadable.getMessage());
            return false;
        }
    }
}
