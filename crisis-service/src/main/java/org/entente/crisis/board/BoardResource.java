package org.entente.crisis.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.input.Field;
import org.entente.crisis.plan.Nations;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The board, news of its changes, and messages to those who look at it. */
@Path("/crisis/board")
@Authenticated
@Tag(name = "Situation board")
public class BoardResource {
    private static final int MAX_TEXT = 2_000;
    private static final String POST =
            "insert into board_message (id, posted_by, text, partners) values ($1, $2, $3, $4) returning at";

    private final Authority authority;
    private final Situation situation;
    private final Live live;
    private final Idempotency idempotency;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    BoardResource(
            Authority authority,
            Situation situation,
            Live live,
            Idempotency idempotency,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.authority = authority;
        this.situation = situation;
        this.live = live;
        this.idempotency = idempotency;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** @param partners who read it beside the home side; absent for none */
    @RegisterForReflection
    record Posting(
            @Schema(examples = "The substations are back under control.")
            String text,

            @Schema(examples = "[\"XBB\"]") @Nullable List<String> partners) {
        static Posting checked(@Nullable Posting sent) {
            Posting posting = Field.present("", sent);
            Field.text("/text", posting.text(), MAX_TEXT);
            if (posting.partners() != null && !posting.partners().isEmpty()) {
                Field.list("/partners", posting.partners(), Posting::partner);
            }
            return posting;
        }

        private static void partner(String pointer, @Nullable String code) {
            if (!Nations.isCode(Field.present(pointer, code))) {
                throw Problem.badRequest(pointer, "is not an ISO 3166-1 alpha-3 code in upper case");
            }
        }

        List<String> readers() {
            return partners == null ? List.of() : partners;
        }
    }

    @GET
    @Operation(summary = "The situation: for the home side all of it, for a partner what concerns it")
    public Uni<Board> board() {
        return situation.of(authority.require(Act.READ_BOARD));
    }

    @GET
    @Path("changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(summary = "Server-sent events: one whenever the board has changed; what has, the board says")
    public Multi<String> changes() {
        authority.require(Act.READ_BOARD);
        return live.changes();
    }

    @POST
    @Path("messages")
    @Operation(summary = "Tell those who look at the board something")
    public Uni<Response> post(Posting sent) {
        Actor actor = authority.require(Act.POST_MESSAGE);
        Posting posting = Posting.checked(sent);
        return pool.withTransaction(
                transaction -> idempotency.once(transaction, posting, () -> post(transaction, posting, actor)));
    }

    private Uni<Created> post(SqlClient transaction, Posting posting, Actor actor) {
        UUID id = UUID.randomUUID();
        List<String> readers = posting.readers();
        Event event = Event.of(
                EventTypes.BOARD_MESSAGE_POSTED,
                id.toString(),
                readers.size() == 1 ? readers.get(0) : null,
                actor.name(),
                json.valueToTree(posting));
        return transaction
                .preparedQuery(POST)
                .execute(Tuple.of(id, actor.name(), posting.text(), readers.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getOffsetDateTime("at").toInstant())
                .call(() -> outbox.append(transaction, List.of(event)))
                .map(at ->
                        new Created("/crisis/board", new Board.Message(id, at, actor.name(), posting.text(), readers)));
    }
}
