package org.entente.audit.investigation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.audit.investigation.CaseTables.Announcement;
import org.entente.audit.investigation.Moves.Step;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What follows when two auditors agree: others are told, and what is owed is written down with its dates. */
@ApplicationScoped
class Consequences {

    private static final String OWE = "insert into notification (id, investigation, party, due)"
            + " values ($1, $2, $3, $4) on conflict do nothing";

    private final CaseTables cases;
    private final Agreements agreements;
    private final ObjectMapper json;
    private final String home;

    Consequences(
            CaseTables cases,
            Agreements agreements,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.cases = cases;
        this.agreements = agreements;
        this.json = json;
        this.home = home;
    }

    /** Every anomaly of the case was a false alarm. */
    Uni<Step> ofDismissal(SqlClient transaction, Case next, Person second) {
        Proposal proposal = Objects.requireNonNull(next.proposal());
        ObjectNode detail = json.createObjectNode().put("reason", proposal.reason());
        detail.putArray("persons").add(proposal.by()).add(second.subject());
        return transaction
                .preparedQuery("select * from investigation_anomaly where investigation = $1 order by anomaly")
                .execute(Tuple.of(next.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> dismissed(row, next, second))
                        .toList())
                .map(events -> new Step(next, detail, events));
    }

    private Event dismissed(Row row, Case next, Person second) {
        Proposal proposal = Objects.requireNonNull(next.proposal());
        String anomaly = row.getUUID("anomaly").toString();
        ObjectNode data = json.createObjectNode()
                .put("anomaly", anomaly)
                .put("investigation", next.id().toString())
                .put("partner", next.about().partner())
                .put("reason", proposal.reason());
        data.putArray("persons").add(proposal.by()).add(second.subject());
        data.putObject("usual")
                .put("kind", row.getString("kind"))
                .put("key", row.getString("key"))
                .put("value", row.getDouble("value"))
                .put("scope", row.getString("scope"))
                .put("subject", row.getString("subject"));
        String type =
                next.about().partner() == null ? EventTypes.ANOMALY_DISMISSED_AT_HOME : EventTypes.ANOMALY_DISMISSED;
        return cases.event(type, next, new Announcement(anomaly, null, second.actor(), data));
    }

    /** A 422 problem unless it is an agreement that the log knows. */
    Uni<Void> requireAgreement(SqlClient transaction, @Nullable String agreement) {
        return agreement == null
                ? Uni.createFrom().voidItem()
                : agreements
                        .find(transaction, agreement)
                        .invoke(found -> {
                            if (found == null) {
                                throw Problem.unprocessable("/agreement", "is not an agreement that was ever proposed");
                            }
                        })
                        .replaceWithVoid();
    }

    /** access-service applies what concerns access; the parties of the agreement, and others named, are owed a notification. */
    Uni<Step> ofBreach(SqlClient transaction, Case next, Person second) {
        Proposal proposal = Objects.requireNonNull(next.proposal());
        String agreement = proposal.agreement();
        Uni<Agreements.@Nullable Agreed> agreed =
                agreement == null ? Uni.createFrom().nullItem() : agreements.find(transaction, agreement);
        return agreed.chain(found -> {
            Set<String> owed = new TreeSet<>(proposal.owed());
            if (found != null) {
                owed.addAll(found.parties());
            }
            owed.remove(home);
            Severity severity = Objects.requireNonNull(proposal.severity());
            boolean isPublicOwed = proposal.statement() || (found != null && found.says(severity, "public-statement"));
            boolean isReminderOwed = found != null && found.says(severity, "reminder");
            Case broken = next.broken(new Case.Breach(severity.wireName(), agreement, isPublicOwed));
            return owe(transaction, next.id(), owed, severity)
                    .chain(() -> isReminderOwed
                            ? remind(transaction, next.id(), severity)
                            : Uni.createFrom().voidItem())
                    .replaceWith(() -> step(broken, proposal, second, owed));
        });
    }

    private Step step(Case broken, Proposal proposal, Person second, Set<String> owed) {
        Case.Breach breach = Objects.requireNonNull(broken.breach());
        ObjectNode detail = json.createObjectNode()
                .put("severity", breach.severity())
                .put("agreement", breach.agreement())
                .put("publicOwed", breach.publicOwed())
                .put("reason", proposal.reason());
        owed.forEach(detail.putArray("owed")::add);
        ObjectNode data = json.createObjectNode()
                .put("investigation", broken.id().toString())
                .put("partner", broken.about().partner())
                .put("severity", breach.severity());
        if (breach.agreement() != null) {
            data.put("agreement", breach.agreement());
        }
        data.putArray("persons").add(proposal.by()).add(second.subject());
        String type =
                broken.about().partner() == null ? EventTypes.BREACH_CONFIRMED_AT_HOME : EventTypes.BREACH_CONFIRMED;
        Event event = cases.event(type, broken, new Announcement(broken.id().toString(), null, second.actor(), data));
        return new Step(broken, detail, List.of(event));
    }

    /** The agreement's mildest step is no matter of access: somebody has to take it. */
    private static Uni<Void> remind(SqlClient transaction, UUID investigation, Severity severity) {
        return transaction
                .preparedQuery("insert into remedy (id, investigation, what, owner, due) values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        UUID.randomUUID(),
                        investigation,
                        "Remind the partner of what it agreed to, as the agreement says",
                        "liaison-officer",
                        Instant.now().plus(severity.toNotify()).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Uni<Void> owe(SqlClient transaction, UUID investigation, Set<String> parties, Severity severity) {
        if (parties.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant due = Instant.now().plus(severity.toNotify());
        List<Tuple> rows = new ArrayList<>();
        parties.forEach(
                party -> rows.add(Tuple.of(UUID.randomUUID(), investigation, party, due.atOffset(ZoneOffset.UTC))));
        return transaction.preparedQuery(OWE).executeBatch(rows).replaceWithVoid();
    }
}
