package org.entente.suite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.suite.login.Account;
import org.junit.jupiter.api.Test;

class RealmTemplatesTest {

    private static final Set<String> ROLES = Set.of(
            "originator",
            "liaison-officer",
            "crisis-authority",
            "auditor",
            "partner-analyst",
            "policy-enforcement-point",
            "policy-administrator",
            "operator");

    private static final Map<String, String> PARTNER = Map.of(
            "alias", "xbb",
            "code", "XBB",
            "clearance", "ALLIANCE:SECRET",
            "password", "demo \"quoted\"",
            "one-time-secret", "demo-secret",
            "secret", "broker",
            "public", "https://localhost:8443",
            "internal", "http://127.0.0.1:8448");

    private final JsonNode house = new Template("entente").fill(house());
    private final JsonNode partner = new Template("partner").fill(PARTNER);

    @Test
    void noPlaceIsLeftUnfilled() {
        for (JsonNode document : List.of(house, partner, provider(), mappers(), believed())) {
            assertThat(document.toString()).doesNotContain("@{");
        }
        assertThat(partner.at("/users/0/credentials/0/value").asText()).isEqualTo("demo \"quoted\"");
    }

    @Test
    void aPlaceWithoutAValueIsAFault() {
        Template template = new Template("partner");

        assertThatThrownBy(() -> template.fill(Map.of("alias", "xbb")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("partner asks for");
    }

    @Test
    void theHouseHasTheRolesOfTheDesignAndNoOther() {
        assertThat(texts(house.at("/roles/realm"), "name")).isEqualTo(new TreeSet<>(ROLES));
    }

    @Test
    void everyRoleThatIsGivenIsKnown() {
        for (JsonNode user : house.at("/users")) {
            user.path("realmRoles").forEach(role -> assertThat(ROLES).contains(role.asText()));
        }
        for (JsonNode mapping : house.at("/scopeMappings")) {
            mapping.path("roles").forEach(role -> assertThat(ROLES).contains(role.asText()));
        }
    }

    @Test
    void everyClientHasExactlyTheFlowItNeeds() {
        assertThat(flows(house))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "entente-cli", "code",
                        "entente-pages", "code",
                        "agency-app", "client-credentials",
                        "xbb-exchange", "client-credentials",
                        "enforcement-point", "client-credentials",
                        "catalog-service", "client-credentials"));
        assertThat(flows(partner)).containsExactlyEntriesOf(Map.of("entente", "code"));
    }

    @Test
    void aPartnersApplicationIsOfThePartnerThatTheRealmSays() {
        JsonNode account = null;
        for (JsonNode user : house.path("users")) {
            if (user.path("serviceAccountClientId").asText().equals("xbb-exchange")) {
                account = user;
            }
        }
        assertThat(account).isNotNull();
        assertThat(account.at("/attributes/partner/0").asText()).isEqualTo("XBB");
        assertThat(texts(house.path("clientScopes"), "name")).contains("person");
    }

    @Test
    void everyCodeFlowNeedsAProofKey() {
        for (JsonNode realm : List.of(house, partner)) {
            for (JsonNode client : realm.path("clients")) {
                if (client.path("standardFlowEnabled").asBoolean()) {
                    assertThat(client.at("/attributes/pkce.code.challenge.method")
                                    .asText())
                            .isEqualTo("S256");
                }
            }
        }
    }

    @Test
    void aClientCarriesOnlyTheRolesItIsMeantTo() {
        house.path("clients")
                .forEach(client -> assertThat(client.path("fullScopeAllowed").asBoolean(true))
                        .as(client.path("clientId").asText())
                        .isFalse());
    }

    @Test
    void fromAPartnerComeThreeRolesAndNoOther() {
        List<String> roles = new ArrayList<>();
        for (JsonNode mapper : mappers()) {
            if (mapper.path("identityProviderMapper").asText().contains("role")) {
                roles.add(mapper.at("/config/role").asText());
            }
        }
        assertThat(roles).containsExactlyInAnyOrder("liaison-officer", "partner-analyst", "auditor");
    }

    @Test
    void thePartnerClaimIsSetByTheBrokerOverWhateverThePartnerSays() {
        List<JsonNode> setting = new ArrayList<>();
        for (JsonNode mapper : mappers()) {
            assertThat(mapper.at("/config/syncMode").asText()).isEqualTo("FORCE");
            assertThat(mapper.at("/config/claim").asText()).isNotEqualTo("partner");
            if (mapper.at("/config/attribute").asText().equals("partner")) {
                setting.add(mapper);
            }
        }
        assertThat(setting).singleElement().satisfies(mapper -> {
            assertThat(mapper.path("identityProviderMapper").asText()).isEqualTo("hardcoded-attribute-idp-mapper");
            assertThat(mapper.at("/config/attribute.value").asText()).isEqualTo("XBB");
        });
    }

    @Test
    void aFirstLoginNeverLinksToAnExistingAccount() {
        JsonNode flow = house.at("/authenticationFlows/0");

        assertThat(provider().path("firstBrokerLoginFlowAlias").asText())
                .isEqualTo(flow.path("alias").asText());
        assertThat(texts(flow.path("authenticationExecutions"), "authenticator"))
                .containsExactly("idp-create-user-if-unique");
        assertThat(provider().path("trustEmail").asBoolean(true)).isFalse();
    }

    @Test
    void aLoginAsksForEachLevelOnlyWhereItIsAskedFor() {
        String steps = house.at("/authenticationFlows").toString();

        assertThat(house.path("browserFlow").asText()).isEqualTo("login by assurance");
        assertThat(texts(house.path("authenticatorConfig"), "alias"))
                .allSatisfy(level -> assertThat(steps).contains("\"authenticatorConfig\":\"" + level + "\""));
        assertThat(house.at("/attributes/acr.loa.map").asText()).isEqualTo("{\"password\":1,\"otp\":2,\"hardware\":3}");
    }

    @Test
    void nobodyMakesAStrongerLoginOfAPassword() {
        JsonNode actions = house.path("requiredActions");

        assertThat(texts(actions, "alias")).containsExactly("CONFIGURE_TOTP", "webauthn-register");
        assertThat(actions.at("/0/enabled").asBoolean(true)).isFalse();
        assertThat(actions.at("/1/defaultAction").asBoolean(true)).isFalse();
        // A hardware key is registered in its own step, which comes after that of the one-time code.
        JsonNode steps = house.at("/authenticationFlows/2/authenticationExecutions");
        assertThat(steps.findValuesAsText("flowAlias"))
                .containsExactly("by password", "by one-time code", "by hardware token");
    }

    @Test
    void onlyAdministratorsEditWhatDecisionsRestOn() throws Exception {
        for (JsonNode realm : List.of(house, partner)) {
            String profile = realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config"
                            + "/kc.user.profile.config/0")
                    .asText();
            for (JsonNode attribute : new ObjectMapper().readTree(profile).path("attributes")) {
                assertThat(attribute.at("/permissions/edit").toString())
                        .as(attribute.path("name").asText())
                        .isEqualTo("[\"admin\"]");
            }
        }
    }

    @Test
    void everyDemoAccountExists() {
        Set<String> users = texts(house.path("users"), "username");
        Set<String> partnerUsers = texts(partner.path("users"), "username");
        Set<String> clients = texts(house.path("clients"), "clientId");
        for (Account account : Account.ALL) {
            if (account instanceof Account.Application) {
                assertThat(clients).contains(account.name());
            } else if (account instanceof Account.Person person) {
                assertThat(person.partner() == null ? users : partnerUsers).contains(person.username());
            }
        }
    }

    @Test
    void whatAPartnerSaysOfALoginIsBelievedOnlyWhereItIsDecided() {
        String always = mappers().toString();

        assertThat(always).doesNotContain("session-note").doesNotContain("acr");
        assertThat(believed().path("identityProviderMapper").asText()).isEqualTo("oidc-user-session-note-idp-mapper");
        assertThat(Partner.ALL).anyMatch(Partner::isBelieved).anyMatch(partner -> !partner.isBelieved());
    }

    /** Whatever it says replaces what it said before, or a login of this morning would count for that of now. */
    @Test
    void whatAPartnerSaysIsOfTheSessionOnly() throws Exception {
        JsonNode claims =
                new ObjectMapper().readTree(believed().at("/config/claims").asText());

        assertThat(claims.toString()).isEqualTo("[{\"key\":\"acr\",\"value\":\".*\"}]");
        assertThat(believed().at("/config/syncMode").asText()).isEqualTo("FORCE");
        assertThat(believed().path("config").has("user.attribute")).isFalse();
    }

    @Test
    void aPartnerIsAskedForTheLoginThatIsNeededAndForTheTimeOfIt() {
        JsonNode asked = provider().path("config");

        assertThat(asked.path("forwardParameters").asText()).isEqualTo("acr_values");
        assertThat(asked.path("passMaxAge").asText()).isEqualTo("true");
        assertThat(asked.path("prompt").asText()).isEqualTo("login");
        assertThat(partner.toString()).contains("oidc-acr-mapper", "\"claim.name\":\"auth_time\"");
    }

    @Test
    void aPartnersOwnLoginOffersOneTimeCodesThatOnlyItsAdministratorsSetUp() {
        assertThat(partner.at("/attributes/acr.loa.map").asText()).isEqualTo("{\"password\":1,\"otp\":2}");
        assertThat(partner.at("/requiredActions/0/alias").asText()).isEqualTo("CONFIGURE_TOTP");
        assertThat(partner.at("/requiredActions/0/enabled").asBoolean(true)).isFalse();
    }

    /** What a partner says stands in a claim of its own, so that it can never be taken for what the broker says. */
    @Test
    void whatAPartnerSaysIsNotTheAssuranceOfTheHouse() {
        List<String> acr = new ArrayList<>();
        for (JsonNode scope : house.path("clientScopes")) {
            for (JsonNode mapper : scope.path("protocolMappers")) {
                if (mapper.at("/config/user.session.note").asText().equals("acr")) {
                    acr.add(mapper.at("/config/claim.name").asText());
                }
            }
        }
        assertThat(acr).containsExactly("partner_acr");
    }

    private static Map<String, String> flows(JsonNode realm) {
        Map<String, String> flows = new HashMap<>();
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            String code = client.path("standardFlowEnabled").asBoolean(true) ? "code" : "";
            String own = client.path("serviceAccountsEnabled").asBoolean(true) ? "client-credentials" : "";
            flows.put(client.path("clientId").asText(), code + own);
        }
        return flows;
    }

    private static JsonNode provider() {
        return new Template("identity-provider").fill(PARTNER);
    }

    private static JsonNode believed() {
        return new Template("assurance-believed").fill(PARTNER);
    }

    private static JsonNode mappers() {
        return new Template("identity-provider-mappers").fill(PARTNER);
    }

    private static Map<String, String> house() {
        Map<String, String> values = new HashMap<>(
                Map.of("password", "demo", "one-time-secret", "demo-secret", "public", "https://localhost:8443"));
        Realms.CONFIDENTIAL.forEach(client -> values.put("secret." + client, "secret"));
        return values;
    }

    private static Set<String> texts(JsonNode list, String field) {
        Set<String> texts = new TreeSet<>();
        list.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }
}
