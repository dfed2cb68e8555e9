package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.access.Asking;
import org.entente.catalog.asset.Adoption;
import org.entente.catalog.asset.Adoption.Brought;
import org.entente.catalog.board.ExchangeProfiles;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.contribution.Contribution.Fate;
import org.entente.catalog.contribution.Examination.Standard;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.provenance.Custody;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.label.Labels;
import org.entente.outbox.Outbox;

/** The way in for what partners contribute: examined, told apart from what is known, adopted, and put on record, all at once. */
@ApplicationScoped
public class Contributions {
    private final MarkingPolicyStore policies;
    private final Examination examination;
    private final ContributionRows rows;
    private final Adoption adoption;
    private final ContributionRights rights;
    private final Custody custody;
    private final ExchangeProfiles profiles;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final ContributionConfig config;
    private final String home;

    Contributions(
            MarkingPolicyStore policies,
            Examination examination,
            ContributionRows rows,
            Adoption adoption,
            ContributionRights rights,
            Custody custody,
            ExchangeProfiles profiles,
            Outbox outbox,
            ObjectMapper json,
            ContributionConfig config,
            @ConfigProperty(name = "entente.home") String home) {
        this.policies = policies;
        this.examination = examination;
        this.rows = rows;
        this.adoption = adoption;
        this.rights = rights;
        this.custody = custody;
        this.profiles = profiles;
        this.outbox = outbox;
        this.json = json;
        this.config = config;
        this.home = home;
    }

    /**
     * Who contributes where.
     *
     * @param asking what access-service is asked for them
     */
    public record Contributor(String partner, String actor, String root, String category, Asking asking) {}

    /**
     * Takes in the objects of an envelope (TAXII 2.1, section 5.4).
     *
     * @throws Problem (as failure) 403 where no agreement lets them, 503 where that cannot be told now, 400, 413 or 422 where it is no envelope of objects at all; nothing is stored then
     */
    public Uni<Contribution> receive(byte[] envelope, Contributor contributor) {
        Instant received = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return rights.require(contributor).chain(policies::labels).chain(vocabulary -> profiles.inForce(
                        contributor.partner())
                .chain(exchange -> OffEventLoop.run(() -> examine(
                        envelope,
                        new Standard(
                                rights.label(contributor), contributor.partner(), received, vocabulary, exchange))))
                .chain(examined -> Panache.withTransaction(() -> store(contributor, received, vocabulary, examined))));
    }

    private List<Candidate> examine(byte[] envelope, Standard standard) throws IOException {
        return examination.examine(objects(envelope), standard);
    }

    private JsonNode objects(byte[] envelope) throws IOException {
        JsonNode document = json.readTree(envelope);
        if (document == null || !document.isObject()) {
            throw Problem.badRequest("", "is not an envelope");
        }
        JsonNode objects = document.path("objects");
        if (!objects.isArray() || objects.isEmpty()) {
            throw Problem.unprocessable("/objects", "is not a list of at least one object");
        }
        if (objects.size() > config.maxObjects()) {
            throw Problem.tooLarge("/objects", "has more than " + config.maxObjects() + " entries");
        }
        return objects;
    }

    private Uni<Contribution> store(
            Contributor contributor, Instant received, Labels vocabulary, List<Candidate> examined) {
        UUID id = UUID.randomUUID();
        return rows.claim(id, contributor.partner(), examined).chain(known -> {
            List<Candidate> told = examined.stream()
                    .map(candidate -> candidate.isOpen() ? known.tell(candidate) : candidate)
                    .toList();
            return adopt(contributor, received, vocabulary, told).chain(asset -> {
                Contribution contribution = new Contribution(
                        id,
                        contributor.partner(),
                        contributor.root(),
                        contributor.category(),
                        received,
                        contributor.actor(),
                        told.stream()
                                .map(candidate -> candidate.outcome(received))
                                .toList(),
                        asset.orElse(null));
                return rows.insert(contribution)
                        .chain(() -> outbox.append(event(contribution)))
                        .replaceWith(contribution);
            });
        });
    }

    private Uni<Optional<UUID>> adopt(
            Contributor contributor, Instant received, Labels vocabulary, List<Candidate> told) {
        List<Candidate> fresh =
                told.stream().filter(one -> one.fate() == Fate.ACCEPTED).toList();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Brought brought = new Brought(
                "Contributed by " + contributor.partner() + " to " + contributor.category(),
                examination.bundle(withMarkings(fresh, told)),
                rights.label(contributor),
                contributor.partner(),
                contributor.actor(),
                received,
                vocabulary);
        return adoption.adopt(brought)
                .call(asset -> custody.contributed(asset, contributor.partner(), home, received))
                .map(Optional::of);
    }

    /** Marking definitions that came before are needed again, or what refers to them would not be understood. */
    private static List<Candidate> withMarkings(List<Candidate> fresh, List<Candidate> told) {
        List<Candidate> all = new ArrayList<>(fresh);
        Set<String> keys = new HashSet<>();
        fresh.forEach(candidate -> keys.add(candidate.key()));
        told.stream()
                .filter(candidate -> candidate.fate() == Fate.MERGED)
                .filter(candidate -> candidate.content().path("type").asText().equals("marking-definition"))
                .filter(candidate -> keys.add(candidate.key()))
                .forEach(all::add);
        return all;
    }

    private Event event(Contribution contribution) {
        ObjectNode data = json.createObjectNode()
                .put("root", contribution.root())
                .put("collection", contribution.category())
                .put(
                        "asset",
                        contribution.asset() == null
                                ? null
                                : contribution.asset().toString());
        Map.of("accepted", Fate.ACCEPTED, "merged", Fate.MERGED, "quarantined", Fate.QUARANTINED)
                .forEach((name, fate) ->
                        data.put(name, contribution.outcomes(fate).size()));
        return Event.of(
                EventTypes.CONTRIBUTION_RECEIVED,
                contribution.id().toString(),
                contribution.partner(),
                contribution.actor(),
                data);
    }
}
