package org.entente.audit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorConfigTest {

    @Test
    void whoActsForAnAgencyIsReadByItsCode() {
        IndicatorConfig config = config(Map.of("entente.indicator.agencies.XAA-CYBER", "xaa-originator,agency-app"));

        assertThat(config.agencies()).isEqualTo(Map.of("XAA-CYBER", List.of("xaa-originator", "agency-app")));
    }

    @Test
    void whatIsNotConfiguredHasItsDefaults() {
        IndicatorConfig config = config(Map.of());

        assertThat(config.agencies()).isEmpty();
        assertThat(config.mostMeasured()).isEqualTo(50);
        assertThat(config.unusedAfter()).isEqualTo(Duration.ofDays(90));
    }

    private static IndicatorConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(IndicatorConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(IndicatorConfig.class);
    }
}
