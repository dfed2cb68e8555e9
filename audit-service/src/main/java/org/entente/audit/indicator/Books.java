package org.entente.audit.indicator;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.audit.indicator.Open.Key;
import org.jspecify.annotations.Nullable;

/** What is open, as far as some entries of the log touch it; what they change is written back at once. */
final class Books {

    private final Map<Key, Open> open = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();

    Books(Collection<Open> known) {
        known.forEach(one -> open.put(one.key(), one));
    }

    @Nullable Open find(Key key) {
        return open.get(key);
    }

    boolean has(Key key) {
        return open.containsKey(key);
    }

    void put(Open one) {
        if (!one.equals(open.put(one.key(), one))) {
            changed.add(one.key());
        }
    }

    @Nullable Open close(Key key) {
        Open closed = open.remove(key);
        if (closed != null) {
            changed.add(key);
        }
        return closed;
    }

    List<Open> toWrite() {
        return open.values().stream().filter(one -> changed.contains(one.key())).toList();
    }

    List<Key> toDelete() {
        return changed.stream().filter(key -> !open.containsKey(key)).toList();
    }
}
