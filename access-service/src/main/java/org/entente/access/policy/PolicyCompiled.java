package org.entente.access.policy;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started means that policy was compiled once. */
@Startup
@ApplicationScoped
class PolicyCompiled implements HealthCheck {
    private final Policies policies;

    PolicyCompiled(Policies policies) {
        this.policies = policies;
    }

    @Override
    public HealthCheckResponse call() {
        boolean isCompiled = policies.isCompiled();
        if (!isCompiled) {
            policies.current().subscribe().with(ignored -> {}, ignored -> {});
        }
        return HealthCheckResponse.named("policy compiled").status(isCompiled).build();
    }
}
