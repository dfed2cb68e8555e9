package org.entente.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class ConfirmationTest {

    @Test
    void namesTheKeyThatTheTokenIsBoundTo() throws Exception {
        Optional<Confirmation> bound = Confirmation.of(token("{\"sub\": \"a\", \"cnf\": {\"jkt\": \"thumb\"}}"));

        assertThat(bound).hasValue(new Confirmation("thumb", null));
    }

    @Test
    void namesTheCertificate() throws Exception {
        Optional<Confirmation> bound = Confirmation.of(token("{\"sub\": \"a\", \"cnf\": {\"x5t#S256\": \"print\"}}"));

        assertThat(bound).hasValue(new Confirmation(null, "print"));
    }

    @Test
    void isNotThereForABearerToken() throws Exception {
        Optional<Confirmation> bound = Confirmation.of(token("{\"sub\": \"a\"}"));

        assertThat(bound).isEmpty();
    }

    @Test
    void isReadInWhicheverFormTheTokenGivesIt() {
        Optional<Confirmation> bound = Confirmation.of(new DefaultJWTCallerPrincipal(claims(Map.of("jkt", "thumb"))));

        assertThat(bound).hasValue(new Confirmation("thumb", null));
    }

    private static JwtClaims claims(Object confirmation) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim("cnf", confirmation);
        return claims;
    }

    private static JsonWebToken token(String claims) throws Exception {
        return new DefaultJWTCallerPrincipal(JwtClaims.parse(claims));
    }
}
