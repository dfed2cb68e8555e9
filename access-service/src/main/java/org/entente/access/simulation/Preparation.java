package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.entente.access.decision.Case;
import org.entente.access.decision.Cases;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Draft;
import org.entente.access.policy.Policies;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/** Makes a job of a supposition, or says what is wrong with it. */
@ApplicationScoped
class Preparation {
    private static final Logger LOG = Logger.getLogger(Preparation.class);
    private static final Duration READS_WITHIN = Duration.ofSeconds(10);

    private final Policies policies;
    private final Vocabulary vocabulary;
    private final Cases cases;
    private final Pool pool;
    private final SimulationSettings settings;
    private final ObjectMapper json;
    private final ObjectMapper terse;

    Preparation(
            Policies policies,
            Vocabulary vocabulary,
            Cases cases,
            Pool pool,
            SimulationSettings settings,
            ObjectMapper json) {
        this.policies = policies;
        this.vocabulary = vocabulary;
        this.cases = cases;
        this.pool = pool;
        this.settings = settings;
        this.json = json;
        this.terse = json.copy().setSerializationInclusion(JsonInclude.Include.NON_NULL);
    }

    /**
     * What is about to run.
     *
     * @param asked what is kept of the request
     * @param digest of all of the request
     * @param total how many questions there are
     */
    record Prepared(Job job, ObjectNode asked, ObjectNode digest, long total) {
        Prepared of(long questions) {
            return new Prepared(job, asked, digest, questions);
        }
    }

    /** Checks everything but how many decisions there are. Blocks. */
    Prepared prepared(Supposition supposition) {
        CompiledPolicy policy = inForce();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Supposition.Asked asked = supposition.checked(now, settings.maxRequests());
        Draft draft = asked.draft().checked(new Ground(vocabulary, policy, asked.validity(), now));
        List<ObjectNode> requests = Objects.requireNonNullElse(supposition.requests(), List.of());
        Source source = asked.from() == null || asked.until() == null
                ? new Source.Listed(questions(requests))
                : new RecordedDecisions(pool, cases, new Period(asked.from(), asked.until()), settings);
        return new Prepared(
                new Job(UUID.randomUUID(), source, policy, asked.against(), draft),
                terse.valueToTree(asked),
                json.createObjectNode().put("sha256", CanonicalJson.sha256(json, supposition)),
                requests.size());
    }

    private CompiledPolicy inForce() {
        try {
            return policies.inForce().await().atMost(READS_WITHIN);
        } catch (RuntimeException fault) {
            LOG.warnf("Nothing is simulated: %s", fault.toString());
            throw Problem.unavailable("Policy cannot be read now, so nothing is simulated.");
        }
    }

    private List<Case> questions(List<ObjectNode> requests) {
        List<Case> questions = new ArrayList<>(requests.size());
        for (int index = 0; index < requests.size(); index++) {
            String pointer = "/requests/" + index;
            if (requests.get(index) == null) {
                throw Problem.badRequest(pointer, "is not an object");
            }
            questions.add(cases.supposed(requests.get(index), pointer));
        }
        return questions;
    }

    /** Counts the decisions of a period; refuses too many with a 422 problem. */
    Uni<Prepared> counted(Prepared prepared) {
        if (!(prepared.job().source() instanceof RecordedDecisions decisions)) {
            return Uni.createFrom().item(prepared);
        }
        return decisions.count(settings.maxDecisions()).map(found -> {
            if (found > settings.maxDecisions()) {
                throw Problem.unprocessable(
                        "/from", "leaves more than " + settings.maxDecisions() + " decisions in the period");
            }
            return prepared.of(found);
        });
    }
}
