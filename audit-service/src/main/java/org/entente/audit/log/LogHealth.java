package org.entente.audit.log;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.entente.tlog.SignedCheckpoint;

/** Ready when the head can be read. */
@Readiness
@ApplicationScoped
class LogHealth implements AsyncHealthCheck {

    private final PublishedLog log;

    LogHealth(PublishedLog log) {
        this.log = log;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return log.checkpoint()
                .map(text -> HealthCheckResponse.named("log head")
                        .up()
                        .withData(
                                "size",
                                SignedCheckpoint.parse(text).checkpoint().size())
                        .build())
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down("log head"));
    }
}
