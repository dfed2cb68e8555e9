package org.entente.access.crisis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.SignedOrder;
import org.entente.tlog.MalformedException;
import org.entente.tlog.VerifierKey;

/** The keys whose orders are carried out; they are configured here, never fetched from whoever signs. Without any, no order is. */
@ApplicationScoped
class OrderKeys {
    private static final String PROPERTY = "entente.activation.keys";

    private final Map<String, BiPredicate<String, byte[]>> keys = new HashMap<>();

    /** @param stated as {@code name+id+base64} (C2SP signed-note), several while one replaces another */
    OrderKeys(@ConfigProperty(name = PROPERTY) Optional<List<String>> stated) {
        for (String text : stated.orElse(List.of())) {
            try {
                VerifierKey key = VerifierKey.parse(text.strip());
                keys.put(key.toString(), key::verifies);
            } catch (MalformedException fault) {
                throw new IllegalStateException(
                        "The property " + PROPERTY + " has no key: " + fault.getMessage(), fault);
            }
        }
    }

    /** The order, if one of them signed it; throws {@link org.entente.events.order.RefusedOrderException}. */
    ActivationOrder verified(String signed) {
        return SignedOrder.verified(signed, keys);
    }
}
