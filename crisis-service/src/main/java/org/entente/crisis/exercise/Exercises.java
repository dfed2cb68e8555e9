package org.entente.crisis.exercise;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.entente.crisis.hearing.Listener;
import org.entente.crisis.kept.Cabinet;
import org.entente.crisis.kept.Shelf;
import org.entente.crisis.time.Repeating;
import org.entente.events.Event;
import org.entente.events.EventTypes;

/** The exercises there are; what is due comes about once, and what is decided on the copy of policy is heard. */
@ApplicationScoped
class Exercises implements Listener {
    private final Shelf<Exercise> shelf;
    private final Conduct conduct;

    Exercises(Cabinet cabinet, ObjectMapper json) {
        this.shelf = cabinet.shelf("exercise", Exercise.class);
        this.conduct = new Conduct(json);
    }

    /** Settings of exercises. */
    @ConfigMapping(prefix = "entente.exercise")
    interface Settings {
        /** How often a replica looks for what is due. */
        @WithDefault("PT1S")
        Duration every();
    }

    void start(@Observes StartupEvent event, Repeating repeating, Settings settings) {
        repeating.every(settings.every(), "The clock of exercises", this::tick);
    }

    Shelf<Exercise> shelf() {
        return shelf;
    }

    Conduct conduct() {
        return conduct;
    }

    Uni<Boolean> tick() {
        return shelf.tick(conduct::tick);
    }

    /** Whatever is not of an exercise cannot be an answer in one. */
    @Override
    public boolean concerns(Event event) {
        return event.exercise() && event.type().equals(EventTypes.EXERCISE_DECIDED);
    }

    @Override
    public Uni<Void> hear(SqlClient transaction, Event event) {
        UUID id;
        try {
            id = UUID.fromString(event.subject());
        } catch (IllegalArgumentException notOurs) {
            return Uni.createFrom().voidItem();
        }
        return shelf.changeWithin(transaction, id, kept -> conduct.answered(kept, event.data()));
    }
}
