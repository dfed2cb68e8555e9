package org.entente.audit.witness;

import java.util.List;
import java.util.Optional;
import org.entente.tlog.Cosigner;
import org.entente.tlog.KeyChain;

/** Whom we watch, and the key with which we say so; nobody, if this service is no witness. */
record Watch(Optional<Cosigner> cosigner, List<KeyChain> logs) {

    /** The keys believed for an origin; more than one while a log changes its key. */
    List<KeyChain> of(String origin) {
        return logs.stream().filter(log -> log.last().name().equals(origin)).toList();
    }
}
