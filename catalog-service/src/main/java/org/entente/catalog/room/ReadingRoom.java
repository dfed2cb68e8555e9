package org.entente.catalog.room;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Asking;
import org.entente.catalog.access.Decision;
import org.entente.catalog.access.Denials;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.holding.Duties;
import org.entente.catalog.holding.Enclosure;
import org.entente.catalog.holding.Extract;
import org.entente.catalog.holding.Holdings;
import org.entente.catalog.holding.RecipientLabels;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.view.Found;
import org.entente.catalog.view.Opened;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;

/** Where pages are read: each is asked for at the door, decided, put on record, and only then shown. */
@ApplicationScoped
class ReadingRoom {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private final Rooms rooms;
    private final SessionActs acts;
    private final Holdings holdings;
    private final AccessService access;
    private final MarkingPolicyStore policies;
    private final AttachedPages attached;
    private final RoomConfig config;
    private final Pool pool;
    private final ObjectMapper json;
    private final String home;

    ReadingRoom(
            Rooms rooms,
            SessionActs acts,
            Holdings holdings,
            AccessService access,
            MarkingPolicyStore policies,
            AttachedPages attached,
            RoomConfig config,
            Pool pool,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.rooms = rooms;
        this.acts = acts;
        this.holdings = holdings;
        this.access = access;
        this.policies = policies;
        this.attached = attached;
        this.config = config;
        this.pool = pool;
        this.json = json;
        this.home = home;
    }

    /**
     * What somebody wants to read.
     *
     * @param portion an attachment; empty for the asset itself
     */
    record Wanted(UUID room, UUID session, UUID asset, String portion, int page) {}

    /** Somebody inside, who may be. */
    private record Inside(Arrival arrival, Room room, Session session, Wanted wanted) {}

    /** A page that may be shown now. */
    @SuppressWarnings("ArrayRecordComponent") // made here, hashed and sent once
    record Shown(byte[] html, String nonce) {}

    /** The page; not before it is on record. */
    Uni<Shown> read(Arrival arrival, Wanted wanted) {
        return rooms.find(wanted.room())
                .chain(room -> rooms.session(pool, wanted.room(), wanted.session())
                        .map(session -> inside(arrival, room, session, wanted)))
                .chain(inside -> holdings.find(wanted.asset()).chain(holding -> decided(inside, holding)));
    }

    private static Inside inside(Arrival arrival, Optional<Room> room, Optional<Session> session, Wanted wanted) {
        Session own = session.filter(found -> found.isOf(arrival.visit(), arrival.token()))
                .orElseThrow(Problem::notFound);
        Room found = room.orElseThrow(Problem::notFound);
        refusal(found, arrival, wanted).ifPresent(problem -> {
            throw problem;
        });
        return new Inside(arrival, found, own, wanted);
    }

    private static Optional<Problem> refusal(Room room, Arrival arrival, Wanted wanted) {
        return room.refusal(arrival.visit())
                .map(refusal -> refusal.problem(room.terms()))
                .or(() -> room.terms().holds(wanted.asset()) ? Optional.empty() : Optional.of(Problem.notFound()));
    }

    private Uni<Shown> decided(Inside inside, Found holding) {
        Asking asking = new Asking(
                inside.arrival()
                        .subject()
                        .inRoom(
                                inside.room().id().toString(),
                                inside.arrival().visit().country()),
                String.valueOf(inside.room().terms().purpose()),
                "/purpose");
        return access.view(asking, holding.marked(json, home), holding.portions(), holding.sanitised())
                .chain(decision -> show(inside, holding, permitted(holding, decision)));
    }

    private Decision permitted(Found holding, Optional<Decision> decided) {
        Decision decision = decided.filter(found -> holding.asset().isPresent()).orElseThrow(Problem::notFound);
        if (!decision.permitted()) {
            throw Denials.toReader(decision, "This reading is not permitted.");
        }
        return decision;
    }

    private Uni<Shown> show(Inside inside, Found holding, Decision decision) {
        Duties duties = Duties.of(decision, json);
        Opened opened = duties.open(holding);
        return policies.labels()
                .chain(vocabulary -> holdings.enclosures(opened)
                        .chain(enclosures -> leaf(
                                inside,
                                new Open(holding, opened, duties, enclosures),
                                new RecipientLabels(
                                        json,
                                        holding,
                                        vocabulary,
                                        inside.session().partner(),
                                        Instant.now()))))
                .call(shown -> acts.serve(
                        inside.session(),
                        opened,
                        served(inside, decision, shown),
                        room -> refusal(room, inside.arrival(), inside.wanted())));
    }

    /** What is open for reading. */
    private record Open(Found holding, Opened opened, Duties duties, List<Enclosure> enclosures) {}

    private Uni<Shown> leaf(Inside inside, Open open, RecipientLabels labels) {
        return inside.wanted().portion().isEmpty()
                ? holdings.open(
                                open.opened(),
                                open.duties().obligations(),
                                inside.session().partner())
                        .chain(extract -> OffEventLoop.run(() -> pageOfAsset(inside, open, extract, labels)))
                : pageOfAttachment(inside, open, labels);
    }

    private Shown pageOfAsset(Inside inside, Open open, Extract extract, RecipientLabels labels) {
        Items items = Items.of(extract, labels);
        int pages = items.pages(config.perPage());
        int number = inside.wanted().page();
        if (extract.isEmpty() && open.enclosures().isEmpty() || number > pages) {
            throw Problem.notFound();
        }
        Set<String> kept = new TreeSet<>(items.labels());
        open.enclosures().forEach(enclosure -> kept.add(enclosure.label()));
        return shown(new ReadingPage(
                inside.room(),
                inside.session(),
                new ReadingPage.Place(inside.wanted().asset(), "", number, pages),
                extract.title(),
                Items.mark(labels, kept),
                items.page(number, config.perPage()),
                open.enclosures().stream().map(one -> listed(one, labels)).toList()));
    }

    private ReadingPage.Listed listed(Enclosure one, RecipientLabels labels) {
        return new ReadingPage.Listed(
                one.portion(),
                Items.mark(labels, Set.of(one.label())),
                one.file().name(),
                one.file().mediaType(),
                one.file().size(),
                attached.pages(one) > 0);
    }

    private Uni<Shown> pageOfAttachment(Inside inside, Open open, RecipientLabels labels) {
        Wanted wanted = inside.wanted();
        Enclosure enclosure = open.enclosures().stream()
                .filter(one -> one.portion().equals(wanted.portion()))
                .findFirst()
                .orElseThrow(Problem::notFound);
        String mark = Items.mark(labels, Set.of(enclosure.label()));
        return attached.page(enclosure, wanted.page(), mark)
                .chain(item -> OffEventLoop.run(() -> shown(new ReadingPage(
                        inside.room(),
                        inside.session(),
                        new ReadingPage.Place(
                                wanted.asset(), wanted.portion(), wanted.page(), attached.pages(enclosure)),
                        enclosure.file().name(),
                        mark,
                        List.of(item),
                        List.of()))));
    }

    private static Shown shown(ReadingPage page) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        return new Shown(page.html(text, Instant.now()).getBytes(StandardCharsets.UTF_8), text);
    }

    private Event served(Inside inside, Decision decision, Shown shown) {
        ObjectNode data = json.createObjectNode()
                .put("session", inside.session().id().toString())
                .put("assetId", inside.wanted().asset().toString())
                .put("page", inside.wanted().page())
                .put("decisionId", decision.decisionId())
                .put("sha256", Digests.sha256(shown.html()))
                .put("person", inside.arrival().visit().person())
                .put("bytes", shown.html().length);
        if (!inside.wanted().portion().isEmpty()) {
            data.put("portion", inside.wanted().portion());
        }
        return Event.of(
                EventTypes.DATA_ROOM_PAGE_SERVED,
                inside.room().id().toString(),
                inside.session().partner(),
                inside.arrival().actor(),
                data);
    }
}
