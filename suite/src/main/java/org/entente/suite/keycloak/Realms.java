package org.entente.suite.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.layout.Secrets;

/** The realm of the house and those of the partners: made at the first start, their addresses kept up to date. */
final class Realms {

    /** Clients of the realm of the house that have a secret. */
    static final List<String> CONFIDENTIAL =
            List.of("entente-pages", "agency-app", "xbb-exchange", "enforcement-point", "catalog-service");

    /** Keycloak makes these in every realm; nobody here uses them, and one of them takes passwords directly. */
    private static final List<String> BUILT_IN =
            List.of("account", "account-console", "admin-cli", "broker", "security-admin-console");

    private static final String PROVIDERS = "/entente/identity-provider/instances";

    private final AdminApi keycloak;
    private final Secrets secrets;
    private final Ports ports;

    Realms(AdminApi keycloak, Secrets secrets, Ports ports) {
        this.keycloak = keycloak;
        this.secrets = secrets;
        this.ports = ports;
    }

    void ensure() throws IOException {
        disableBuiltInClients("master");
        JsonNode house = new Template("entente").fill(house());
        ensureRealm("entente", house);
        ensureAddresses(house);
        for (Partner partner : Partner.ALL) {
            Map<String, String> values = values(partner);
            ensureRealm(partner.alias(), new Template("partner").fill(values));
            ensureProvider(partner, values);
        }
    }

    private void ensureRealm(String name, JsonNode realm) throws IOException {
        if (!keycloak.exists("/" + name)) {
            keycloak.create("", realm);
        }
        disableBuiltInClients(name);
    }

    private void disableBuiltInClients(String realm) throws IOException {
        for (JsonNode client : keycloak.read("/" + realm + "/clients")) {
            if (BUILT_IN.contains(client.path("clientId").asText())
                    && client.path("enabled").asBoolean()) {
                ObjectNode disabled = client.deepCopy();
                disabled.put("enabled", false).put("directAccessGrantsEnabled", false);
                keycloak.replace("/" + realm + "/clients/" + client.path("id").asText(), disabled);
            }
        }
    }

    /** Where pages are come back to holds our port, which may have moved since the last start. */
    private void ensureAddresses(JsonNode house) throws IOException {
        for (JsonNode client : house.path("clients")) {
            String name = client.path("clientId").asText();
            if (!client.at("/redirectUris/0").asText().startsWith(ports.publicUrl())) {
                continue;
            }
            for (JsonNode known : keycloak.read("/entente/clients?clientId=" + name)) {
                ObjectNode moved = known.deepCopy();
                moved.set("redirectUris", client.path("redirectUris"));
                moved.withObject("/attributes").setAll((ObjectNode) client.path("attributes"));
                keycloak.replace("/entente/clients/" + known.path("id").asText(), moved);
            }
        }
    }

    /** Its addresses hold our ports, which may have moved since the last start. */
    private void ensureProvider(Partner partner, Map<String, String> values) throws IOException {
        JsonNode provider = new Template("identity-provider").fill(values);
        String path = PROVIDERS + "/" + partner.alias();
        if (keycloak.exists(path)) {
            keycloak.replace(path, provider);
            return;
        }
        keycloak.create(PROVIDERS, provider);
        for (JsonNode mapper : new Template("identity-provider-mappers").fill(values)) {
            keycloak.create(path + "/mappers", mapper);
        }
        if (partner.isBelieved()) {
            keycloak.create(path + "/mappers", new Template("assurance-believed").fill(values));
        }
    }

    private Map<String, String> house() throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("password", secrets.demoPassword());
        values.put("one-time-secret", secrets.text("demo-one-time"));
        values.put("public", ports.publicUrl());
        for (String client : CONFIDENTIAL) {
            values.put("secret." + client, secrets.text("client-" + client));
        }
        return values;
    }

    private Map<String, String> values(Partner partner) throws IOException {
        return Map.of(
                "alias", partner.alias(),
                "code", partner.code(),
                "clearance", partner.clearance(),
                "password", secrets.demoPassword(),
                "one-time-secret", secrets.text("demo-one-time"),
                "secret", secrets.text("broker-" + partner.alias()),
                "public", ports.publicUrl(),
                "internal", ports.internalUrl(Part.KEYCLOAK));
    }
}
