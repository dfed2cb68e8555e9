package org.entente.audit.record;

import java.util.List;

/**
 * Events that only the home side's auditors may read, although they name a partner: another service has to know whom they are about,
 * and the partner must not learn from its records that it is suspected.
 */
final class HomeOnly {

    private static final List<String> TYPES =
            List.of("org.entente.audit.anomaly.", "org.entente.audit.breach.", "org.entente.audit.investigation.");

    private HomeOnly() {}

    static boolean is(String type) {
        return TYPES.stream().anyMatch(type::startsWith);
    }
}
