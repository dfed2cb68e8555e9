package org.entente.access.assurance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How strongly one has to be logged in to bind others; {@code password}, {@code otp} or {@code hardware}. */
@ConfigMapping(prefix = "entente.access.assurance")
interface StrongActs {
    /** To be the second of two persons: to approve house rules, to restore a posture. */
    @WithDefault("password")
    String secondPerson();
}
