package org.entente.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'acr': 'otp'} | otp",
                "{'acr': 'hardware'} | hardware",
                "{'acr': 'gold'} | password",
                "{} | password",
                "{'partner': 'XBB', 'acr': 'otp'} | otp"
            })
    void whoHasAnAccountAtTheBrokerLoggedInAsTheBrokerSays(String claims, String assurance) throws Exception {
        Caller caller = caller(claims);

        assertThat(caller.assurance()).isEqualTo(assurance);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'partner_acr': 'otp', 'acr': 'password'} | otp",
                "{'partner_acr': 'hardware', 'acr': '0'} | hardware",
                "{'partner_acr': 'password', 'acr': 'hardware'} | password",
                "{'partner_acr': 'OTP', 'acr': 'otp'} | password",
                "{'partner_acr': '', 'acr': 'otp'} | password",
                "{'acr': 'otp'} | password"
            })
    void whoCameFromAPartnerLoggedInAsThePartnerSaysAndByAPasswordIfItsWordDoesNotPass(String claims, String assurance)
            throws Exception {
        Caller caller = caller(claims.replace("{", "{'partner': 'XBB', 'identity_provider': 'xbb', "));

        assertThat(caller.assurance()).isEqualTo(assurance);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'acr': 'password', 'partner_acr': 'hardware'}",
                "{'acr': 'password', 'partner_acr': 'hardware', 'identity_provider': 'ministry'}",
                "{'acr': 'password', 'partner_acr': 'hardware', 'partner': 'XBB'}"
            })
    void nobodyElseGainsByWhatAPartnerSays(String claims) throws Exception {
        Caller caller = caller(claims);

        assertThat(caller.assurance()).isEqualTo("password");
    }

    private static Caller caller(String claims) throws Exception {
        DefaultJWTCallerPrincipal token = new DefaultJWTCallerPrincipal(JwtClaims.parse(claims.replace('\'', '"')));
        return new Caller(QuarkusSecurityIdentity.builder().setPrincipal(token).build(), "XAA");
    }
}
