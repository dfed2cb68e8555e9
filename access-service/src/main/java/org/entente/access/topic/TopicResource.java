package org.entente.access.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.Epoch;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Topics, kept by the home side: what is taken out of one is out of every grant bound to it before the answer. */
@Path("/access/topics/{name}")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TopicResource {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,63}");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ID = 255;
    private static final int MOST_ASSETS = 200;
    private static final long MOST_NAMED = 500;

    private final Caller caller;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Contested contested;
    private final ObjectMapper json;

    TopicResource(Caller caller, Epoch epoch, Outbox outbox, Contested contested, ObjectMapper json) {
        this.caller = caller;
        this.epoch = epoch;
        this.outbox = outbox;
        this.contested = contested;
        this.json = json;
    }

    /** What a topic holds; assets by their identifiers. */
    @Schema(examples = "{\"title\": \"Harbour intrusions\", \"assets\": [\"0b0e2c0a-8a41-4f0c-8a0a-3f3c8f1f7f55\"]}")
    public record Contents(@Nullable String title, @Nullable List<String> assets) {}

    @PUT
    @Operation(summary = "Sets what a topic holds, for every grant bound to it and effective before the answer")
    public Uni<Response> put(String name, Contents stated) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.ORIGINATOR);
        Contents contents = checked(name, stated);
        String actor = caller.actor();
        return contested
                .change(
                        () -> foundOrNew(name),
                        topic -> {
                            topic.become(contents);
                            Event changed =
                                    Event.of(EventTypes.TOPIC_CHANGED, name, null, actor, json.valueToTree(contents));
                            return topic.persist()
                                    .chain(() -> Panache.getSession())
                                    .chain(session -> session.flush())
                                    .chain(() -> requireFewNamed(name))
                                    .chain(epoch::advance)
                                    .chain(() -> outbox.append(changed));
                        },
                        TopicResource::view)
                .call(epoch::settled);
    }

    @GET
    @Operation(summary = "What a topic holds; for the home side")
    public Uni<Response> get(String name) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.ORIGINATOR, Role.AUDITOR, Role.POLICY_ADMINISTRATOR);
        return Panache.withSession(
                        () -> Topic.<Topic>findById(name).onItem().ifNull().failWith(Problem::notFound))
                .map(topic -> Contested.tagged(topic.version(), view(topic)));
    }

    private static Uni<Topic> foundOrNew(String name) {
        return Topic.<Topic>findById(name).map(found -> found == null ? new Topic(name) : found);
    }

    /** Whoever lists for a partner asks about each asset that its grants name. */
    private static Uni<Void> requireFewNamed(String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select coalesce(max(named_assets(partner)), 0) from (
                                    select distinct partner from partner_grant
                                    where state = 'LIVE' and terms like '%"topics"%'
                                        and ?1 in (select json_array_elements_text(terms::json -> 'topics'))
                                ) as bound""", Long.class)
                        .setParameter(1, name)
                        .getSingleResult())
                .invoke(named -> {
                    if (named > MOST_NAMED) {
                        throw Problem.unprocessable(
                                "/assets", "with those of other grants are more than " + MOST_NAMED + " of a partner");
                    }
                })
                .replaceWithVoid();
    }

    private static Contents checked(String name, Contents stated) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest("name", "must be words of lower-case letters and digits, joined by hyphens");
        }
        Contents contents = Vocabulary.present(stated, "");
        List<String> assets = Vocabulary.present(contents.assets(), "/assets");
        if (assets.size() > MOST_ASSETS) {
            throw Problem.badRequest("/assets", "must have at most " + MOST_ASSETS + " entries");
        }
        for (int index = 0; index < assets.size(); index++) {
            Vocabulary.text(assets.get(index), "/assets/" + index, LONGEST_ID);
        }
        return new Contents(
                Vocabulary.text(contents.title(), "/title", LONGEST_TITLE), List.copyOf(new TreeSet<>(assets)));
    }

    private static Contents view(Topic topic) {
        return new Contents(topic.title, List.copyOf(new TreeSet<>(topic.assets)));
    }
}
