package org.entente.access.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.events.CanonicalJson;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Decisions as rows, column by column, for a statement that takes many. */
final class DecisionRows {
    static final String RECORD = "select * from record_decisions($1, $2, $3, $4, $5, $6, $7)";

    private final List<UUID> ids = new ArrayList<>();
    private final List<Long> epochs = new ArrayList<>();
    private final List<@Nullable String> partners = new ArrayList<>();
    private final List<Boolean> decisions = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    static DecisionRows of(List<Taken> decisions, ObjectMapper json, Outbox outbox) {
        DecisionRows rows = new DecisionRows();
        for (Taken taken : decisions) {
            rows.ids.add(taken.id());
            rows.epochs.add(taken.decision().epoch());
            rows.partners.add(taken.reader());
            rows.decisions.add(taken.decision().permits());
            // As they were asked, not canonical: a replay must read the same numbers in the same order.
            rows.inputs.add(taken.asked().inputs().toString());
            String result = CanonicalJson.text(json, taken.answer());
            rows.results.add(result);
            rows.events.add(outbox.text(taken.event(json, CanonicalJson.sha256(result))));
        }
        return rows;
    }

    void addAll(DecisionRows other) {
        ids.addAll(other.ids);
        epochs.addAll(other.epochs);
        partners.addAll(other.partners);
        decisions.addAll(other.decisions);
        inputs.addAll(other.inputs);
        results.addAll(other.results);
        events.addAll(other.events);
    }

    int size() {
        return ids.size();
    }

    List<UUID> ids() {
        return ids;
    }

    Tuple tuple() {
        return Tuple.tuple()
                .addArrayOfUUID(ids.toArray(UUID[]::new))
                .addArrayOfLong(epochs.toArray(Long[]::new))
                .addArrayOfString(partners.toArray(String[]::new))
                .addArrayOfBoolean(decisions.toArray(Boolean[]::new))
                .addArrayOfString(inputs.toArray(String[]::new))
                .addArrayOfString(results.toArray(String[]::new))
                .addArrayOfString(events.toArray(String[]::new));
    }
}
