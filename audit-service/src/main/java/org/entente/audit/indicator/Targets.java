package org.entente.audit.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is aimed at now: the newest document, and for what it does not mention the configuration. */
@ApplicationScoped
class Targets {

    private static final String NEWEST = "select version, document from indicator_target order by version desc limit 1";

    private final IndicatorConfig config;
    private final ObjectMapper json;

    Targets(IndicatorConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /**
     * All targets.
     *
     * @param version of the document; 0 before the first one
     */
    record Aims(int version, Map<Indicator, Target> targets) {

        Target of(Indicator indicator) {
            return targets.getOrDefault(indicator, Target.NONE);
        }

        /** By name, as they are written. */
        Map<String, Target> named() {
            Map<String, Target> named = new TreeMap<>();
            targets.forEach((indicator, target) -> named.put(indicator.wireName(), target));
            return named;
        }

        String tag() {
            return "\"" + version + "\"";
        }
    }

    Uni<Aims> inForce(SqlClient database) {
        return database.preparedQuery(NEWEST)
                .execute()
                .map(rows -> rows.size() == 0
                        ? of(0, null)
                        : of(
                                rows.iterator().next().getInteger("version"),
                                rows.iterator().next().getString("document")));
    }

    private Aims of(int version, @Nullable String document) {
        Map<Indicator, Target> targets = new EnumMap<>(Indicator.class);
        config.targets().forEach((name, target) -> Indicator.of(name)
                .ifPresent(indicator -> targets.put(indicator, target.target())));
        if (document != null) {
            read(document).forEach((name, target) -> Indicator.of(name)
                    .ifPresent(indicator -> targets.put(indicator, target)));
        }
        return new Aims(version, targets);
    }

    Map<String, Target> read(String document) {
        try {
            return json.readValue(document, new TypeReference<TreeMap<String, Target>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The stored targets cannot be read.", damaged);
        }
    }
}
