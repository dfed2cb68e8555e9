package org.entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTokenTest {
    private static final String SECRET = "a-secret-that-every-replica-has-0123456789";

    @Test
    void isAcceptedOnEveryReplica() {
        String token = FormToken.of(SECRET).issue("person session");

        boolean accepted = FormToken.of(SECRET).accepts("person session", token);

        assertThat(accepted).isTrue();
    }

    @Test
    void isOfOneSessionOnly() {
        String token = FormToken.of(SECRET).issue("person session");

        boolean accepted = FormToken.of(SECRET).accepts("person other-session", token);

        assertThat(accepted).isFalse();
    }

    @Test
    void isOfOneSecretOnly() {
        String token = FormToken.of("another-secret").issue("person session");

        boolean accepted = FormToken.of(SECRET).accepts("person session", token);

        assertThat(accepted).isFalse();
    }
}
