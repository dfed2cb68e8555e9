package org.entente.audit.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.entente.tlog.SignedCheckpoint;
import org.jboss.logging.Logger;

/** Tells everyone who can be told that a log, ours or one that we watch, does not keep its word: log line, metric, {@code /q/health/well}, event. */
@ApplicationScoped
public class LogAlarm {

    private static final Logger LOG = Logger.getLogger(LogAlarm.class);

    /** What is wrong. */
    public enum Kind {
        /** This log, as stored, is behind or beside what was published of it. */
        ROLLED_BACK,
        /** A log that we witness signed two different trees of one size: proof. */
        SPLIT_VIEW,
        /** A log that we witness cannot show how its tree grew: suspicion. */
        INCONSISTENT;

        private String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final MeterRegistry registry;
    private final Map<Kind, String> raised = new EnumMap<>(Kind.class);

    LogAlarm(Pool pool, Outbox outbox, ObjectMapper json, MeterRegistry registry) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.registry = registry;
        for (Kind kind : Kind.values()) {
            registry.counter("entente.log.alarms", "kind", kind.wireName());
        }
    }

    /** Tells it; that the event could not be stored does not undo the rest. */
    public Uni<Void> raise(Kind kind, String detail, String origin, SignedCheckpoint... evidence) {
        note(kind, detail, origin);
        return outbox.append(pool, List.of(event(kind, detail, origin, evidence)))
                .onFailure()
                .invoke(failure -> LOG.errorf("The alarm stands in no event: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Tells it, except for the event, which goes with the caller's transaction. */
    public void note(Kind kind, String detail, String origin) {
        LOG.errorf("ALARM %s of %s: %s", kind.wireName(), origin, detail);
        registry.counter("entente.log.alarms", "kind", kind.wireName()).increment();
        synchronized (raised) {
            raised.put(kind, origin + ": " + detail);
        }
    }

    /** The event of an alarm. */
    public Event event(Kind kind, String detail, String origin, SignedCheckpoint... evidence) {
        ObjectNode data = json.createObjectNode()
                .put("origin", origin)
                .put("kind", kind.wireName())
                .put("detail", detail);
        for (SignedCheckpoint checkpoint : evidence) {
            data.withArray("/evidence").add(checkpoint.toString());
        }
        return Event.of(EventTypes.LOG_ALARM_RAISED, origin, null, null, data);
    }

    /** What was raised since the start: kinds, and the last of each. */
    Map<String, String> raised() {
        Map<String, String> all = new TreeMap<>();
        synchronized (raised) {
            raised.forEach((kind, detail) -> all.put(kind.wireName(), detail));
        }
        return all;
    }
}
