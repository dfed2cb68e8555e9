package org.entente.suite.gateway;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.suite.layout.Part;

/** Which part answers which path; what is not listed is not reachable. */
final class Routes {

    /** Of Keycloak only what people and clients need: no administration, no master realm, no registration of clients. */
    private static final Pattern KEYCLOAK = Pattern.compile(
            "/auth/(resources/.+|realms/(entente|xbb|xcc)/(protocol/openid-connect(?!/ext/)|broker|login-actions|\\.well-known)/.+)");

    /** Where a login begins. */
    private static final Pattern LOGIN =
            Pattern.compile("/auth/realms/[^/]+/protocol/openid-connect/(auth|registrations)/?");

    /**
     * What nobody may ask for where a login begins: an action such as registering a credential, which would take no more than
     * a password, or a request that hides one.
     */
    private static final Set<String> ACTIONS = Set.of("kc_action", "request", "request_uri");

    /** What an origin may read otherwise than we do: escaped dots, slashes and backslashes, empty and dot segments. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|\\\\|;|(?i:%2e|%2f|%5c|%3b|%00)|/\\.{1,2}(/|$)");

    private static final Map<String, Part> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put("/catalog", Part.CATALOG);
        PREFIXES.put("/taxii2", Part.CATALOG);
        PREFIXES.put("/access", Part.ACCESS);
        PREFIXES.put("/.well-known/authzen-configuration", Part.ACCESS);
        PREFIXES.put("/audit", Part.AUDIT);
        PREFIXES.put("/crisis", Part.CRISIS);
    }

    private Routes() {}

    /** Whether a request may begin a login as it does; any that begins none may. */
    static boolean isPlain(String method, String path, Set<String> parameters) {
        return !LOGIN.matcher(path).matches() || (method.equals("GET") && Collections.disjoint(parameters, ACTIONS));
    }

    /** The part that answers this path (without query); empty if none does. */
    static Optional<Part> of(String path) {
        if (!path.startsWith("/") || AMBIGUOUS.matcher(path).find()) {
            return Optional.empty();
        }
        if (KEYCLOAK.matcher(path).matches()) {
            return Optional.of(Part.KEYCLOAK);
        }
        return PREFIXES.entrySet().stream()
                .filter(route -> path.equals(route.getKey()) || path.startsWith(route.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
