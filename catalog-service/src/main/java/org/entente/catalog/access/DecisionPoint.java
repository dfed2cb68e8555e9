package org.entente.catalog.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks, within bounds. A question is repeated only if it never arrived, or if the answer came too late to count: each one
 * that arrived is on record. Times and numbers can be set as {@code quarkus.fault-tolerance."org.entente.catalog.access.DecisionPoint/ask"…},
 * and {@code …/disclose"…}.
 */
@ApplicationScoped
class DecisionPoint {
    /** How many milliseconds after the question was sent its answer is void: policy may have changed since. */
    private static final String VOID_AFTER = "Entente-Void-After";

    private final AccessClient client;

    DecisionPoint(@RestClient AccessClient client) {
        this.client = client;
    }

    /** The answer; empty if the purpose is none of the vocabulary. Anything else that is not an answer is a failure. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 100,
            jitter = 50,
            retryOn = {ConnectException.class, LateAnswerException.class})
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 1_000)
    Uni<Optional<Answer>> ask(Question question) {
        long sent = System.nanoTime();
        return client.evaluations(question).map(response -> read(response, sent));
    }

    /** What would be decided; empty if the purpose is none of the vocabulary. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 100, jitter = 50, retryOn = ConnectException.class)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 1_000)
    Uni<Optional<Supposition>> suppose(Question.Single question) {
        return client.suppositions(question).map(response -> {
            if (response.getStatus() == 200) {
                return Optional.of(response.readEntity(Supposition.class).requireComplete());
            }
            if (response.getStatus() == 400
                    && response.readEntity(Refusal.class).isAboutPurpose()) {
                return Optional.empty();
            }
            throw new UnclearAnswerException("The supposition has status " + response.getStatus() + ".");
        });
    }

    /** Whether it is on record; not if the decisions do not hold any more. */
    @Timeout(value = 1_500)
    @Retry(maxRetries = 2, delay = 20, jitter = 10, retryOn = ConnectException.class)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 1_000)
    Uni<Boolean> disclose(Disclosure disclosure) {
        return client.disclosures(disclosure).map(response -> isRecorded(response, disclosure.id()));
    }

    private static boolean isRecorded(Response response, String id) {
        if (response.getStatus() == 409) {
            return false;
        }
        Recorded recorded = response.getStatus() == 200 ? response.readEntity(Recorded.class) : null;
        if (recorded == null || !id.equals(recorded.id())) {
            throw new UnclearAnswerException("A disclosure is not on record, status " + response.getStatus() + ".");
        }
        return true;
    }

    private static Optional<Answer> read(Response response, long sent) {
        if (response.getStatus() == 200) {
            requireInTime(response.getHeaderString(VOID_AFTER), sent);
            Answer answer = response.readEntity(Answer.class);
            if (answer == null) {
                throw new UnclearAnswerException("The answer is empty.");
            }
            return Optional.of(answer);
        }
        if (response.getStatus() == 400 && response.readEntity(Refusal.class).isAboutPurpose()) {
            return Optional.empty();
        }
        throw new UnclearAnswerException("The answer has status " + response.getStatus() + ".");
    }

    /** As much of a recorded disclosure as is needed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record Recorded(@Nullable String id) {}

    private static void requireInTime(@Nullable String voidAfter, long sent) {
        if (voidAfter == null || !voidAfter.matches("\\d{1,9}")) {
            throw new UnclearAnswerException("The answer does not say how long it holds.");
        }
        if (System.nanoTime() - sent
                > Duration.ofMillis(Long.parseLong(voidAfter)).toNanos()) {
            throw new LateAnswerException();
        }
    }

    /** The answer was right when it was given; by now it may not be. */
    static final class LateAnswerException extends RuntimeException {}

    /** As much of a problem document as tells whether the purpose was the problem. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    record Refusal(@Nullable String field) {
        boolean isAboutPurpose() {
            return field != null && field.matches("(.*[./])?context[./]purpose");
        }
    }
}
