package org.entente.suite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.entente.suite.layout.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/catalog, CATALOG",
        "/catalog/assets/1/views, CATALOG",
        "/taxii2/, CATALOG",
        "/access/v1/evaluation, ACCESS",
        "/.well-known/authzen-configuration, ACCESS",
        "/audit/log/tile/entries/000.p/5, AUDIT",
        "/crisis/openapi, CRISIS",
        "/auth/realms/entente/protocol/openid-connect/token, KEYCLOAK",
        "/auth/realms/xbb/login-actions/authenticate, KEYCLOAK",
        "/auth/realms/entente/broker/xcc/endpoint, KEYCLOAK",
        "/auth/resources/abc/login/style.css, KEYCLOAK"
    })
    void aPrefixLeadsToItsPart(String path, Part part) {
        assertThat(Routes.of(path)).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "*",
                "/q/health",
                "/q/metrics",
                "/catalogue",
                "/catalog-service/q/health",
                "/.well-known/openid-configuration",
                "/auth",
                "/auth/admin/master/console/",
                "/auth/realms/master/protocol/openid-connect/token",
                "/auth/realms/entente/clients-registrations/openid-connect",
                "/auth/realms/entente/protocol/openid-connect/ext/par/request",
                "/auth/health/ready",
                "/auth/metrics"
            })
    void whatIsNotListedIsNotReachable(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalog/../q/health",
                "/catalog/..",
                "/catalog/./assets",
                "/catalog/%2e%2e/q/health",
                "/catalog/%2E./q/health",
                "/catalog/..%2Fq/health",
                "/catalog/..\\q\\health",
                "/catalog/..%5cq/health",
                "/catalog//assets",
                "//q/health",
                "/catalog/..;/q/health",
                "/auth/realms/entente/protocol/openid-connect/../../../master/protocol/openid-connect/token"
            })
    void aPathThatAnOriginMayReadOtherwiseIsNotReachable(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} with {2}: {3}")
    @CsvSource({
        "GET, /auth/realms/entente/protocol/openid-connect/auth, acr_values, true",
        "GET, /auth/realms/entente/protocol/openid-connect/auth, kc_action, false",
        "GET, /auth/realms/xbb/protocol/openid-connect/auth, kc_action, false",
        "GET, /auth/realms/entente/protocol/openid-connect/auth/, kc_action, false",
        "GET, /auth/realms/entente/protocol/openid-connect/registrations, kc_action, false",
        "GET, /auth/realms/entente/protocol/openid-connect/auth, request, false",
        "GET, /auth/realms/entente/protocol/openid-connect/auth, request_uri, false",
        "POST, /auth/realms/entente/protocol/openid-connect/auth, acr_values, false",
        "POST, /auth/realms/entente/protocol/openid-connect/token, code, true",
        "POST, /auth/realms/entente/login-actions/authenticate, execution, true"
    })
    void noLoginBeginsWithAnAction(String method, String path, String parameter, boolean isPlain) {
        assertThat(Routes.isPlain(method, path, Set.of(parameter))).isEqualTo(isPlain);
    }
}
