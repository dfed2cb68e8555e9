package org.entente.audit.log;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down from the first alarm until the service is started anew: nothing that a restart or another replica would heal, hence not readiness. */
@Wellness
@ApplicationScoped
class AlarmHealth implements HealthCheck {

    private final LogAlarm alarm;

    AlarmHealth(LogAlarm alarm) {
        this.alarm = alarm;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> raised = alarm.raised();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("logs keep their word").status(raised.isEmpty());
        raised.forEach(response::withData);
        return response.build();
    }
}
