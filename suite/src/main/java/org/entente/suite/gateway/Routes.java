package org.entente.suite.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.suite.layout.Part;

/** Which part answers which path; what is not listed is not reachable. */
final class Routes {

    /** Of Keycloak only what people and clients need: no administration, no master realm, no registration of clients. */
    private static final Pattern KEYCLOAK = Pattern.compile(
            "/auth/(resources/.+|realms/(entente|xbb|xcc)/(protocol/openid-connect|broker|login-actions|\\.well-known)/.+)");

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
