package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.entente.suite.e2e.Load.Told;
import org.entente.suite.e2e.Partnership.Withdrawal;
import org.entente.suite.layout.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three processes of access-service over one database, under load: one sound, one that is stopped, one that is cut off. */
@ExtendWith(SuiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {

    private static final String WITHDRAWN_FROM = "XBB";
    private static final String UNTOUCHED = "XCC";
    private static final Duration BREATH = Duration.ofSeconds(2);
    /** How long it takes is printed; asserted is only that it ends, on a machine however busy. */
    private static final Duration SANE = Duration.ofMinutes(1);

    private final PackagedSuite suite;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable Replicas replicas;

    ReplicasIT(PackagedSuite suite) {
        this.suite = suite;
    }

    /** The three, and the line of the one that is cut off. */
    private record Replicas(Replica sound, Replica stopped, Replica remote, Wire wire) {
        List<Replica> all() {
            return List.of(sound, stopped, remote);
        }

        void hurt(boolean isOneStopped, Wire.@Nullable Fault fault) {
            if (isOneStopped) {
                stopped.freeze();
            }
            if (fault != null) {
                wire.cut(fault);
            }
        }

        void heal() {
            stopped.thaw();
            wire.join();
        }

        void await(Load load, String partner, long after, Predicate<Told> hoped) {
            all().forEach(replica -> load.await(replica, partner, after, hoped));
        }
    }

    @BeforeAll
    void start() throws IOException {
        int database = suite.ports().of(Part.POSTGRESQL);
        Wire wire = opened(Wire.to(database));
        replicas = new Replicas(
                Replica.ofSuite(suite),
                opened(Replica.beside(suite, "stopped", database)),
                opened(Replica.beside(suite, "remote", wire.port())),
                wire);
    }

    @AfterAll
    void stop() throws Exception {
        for (int index = opened.size() - 1; index >= 0; index--) {
            opened.get(index).close();
        }
    }

    @ParameterizedTest(name = "{0} withdrawn, one replica stopped: {1}, one cut off: {2}")
    @CsvSource({
        "GRANT, false,",
        "GRANT, true,",
        "GRANT, false, SILENCE",
        "GRANT, true, RESET",
        "AGREEMENT, true, RESET",
        "POSTURE, true, SILENCE"
    })
    void onceAWithdrawalIsConfirmedNobodyGetsAPermitOnTheOldPolicy(
            Withdrawal what, boolean isOneStopped, Wire.@Nullable Fault fault) throws Exception {
        try (Acts acts = suite.acts();
                AccessDatabase database = new AccessDatabase(suite.database(Part.ACCESS))) {
            // given
            Partnership partnership = Partnership.with(acts, WITHDRAWN_FROM);
            Partnership.with(acts, UNTOUCHED);
            Load load = loaded();
            replicas.await(load, WITHDRAWN_FROM, 0, Told::isPermit);
            replicas.await(load, UNTOUCHED, 0, Told::isPermit);
            replicas.hurt(isOneStopped, fault);
            long hurt = System.nanoTime();

            // when
            Confirmed confirmed = confirmed(partnership, what);

            // then
            System.out.printf(
                    "%s withdrawn, one replica stopped: %s, one cut off: %s: confirmed after %d ms.%n",
                    what, isOneStopped, fault, confirmed.took().toMillis());
            assertThat(confirmed.answer().status()).isEqualTo(200);
            assertThat(confirmed.took()).isLessThan(SANE);
            Patience.pause(BREATH);
            load.await(replicas.sound(), UNTOUCHED, confirmed.at(), Told::isPermit);
            long healed = System.nanoTime();
            replicas.heal();
            replicas.await(load, WITHDRAWN_FROM, healed, answer -> answer.status() == 200);
            replicas.await(load, UNTOUCHED, healed, Told::isPermit);
            load.close();
            assertThat(whileHurt(load, isOneStopped, fault)
                            .filter(answer -> answer.sent() > hurt && answer.received() < healed))
                    .allMatch(answer -> answer.status() == 503 || answer.status() == 0);
            assertThat(permits(load, WITHDRAWN_FROM)).noneMatch(permit -> permit.sent() > confirmed.at());
            assertThat(permits(load, WITHDRAWN_FROM).filter(Told::isHeeded))
                    .noneMatch(permit -> permit.received() > confirmed.at());
            // The stop may have hit between the last look at a clock and the bytes: an answer to each who asks, void by
            // its own word.
            assertThat(permits(load, WITHDRAWN_FROM).filter(permit -> permit.received() > confirmed.at()))
                    .hasSizeLessThanOrEqualTo(Load.CLIENTS / 2);
            assertThat(database.unrecordedPermits(load.told()
                            .filter(Told::isPermit)
                            .map(Told::decision)
                            .toList()))
                    .isEmpty();
        } finally {
            replicas.heal();
            restorePosture();
        }
    }

    @Test
    void aReplicaStoppedInTheMidstOfAChangeHoldsUpAWithdrawalForAMomentOnly() throws Exception {
        try (Acts acts = suite.acts();
                AccessDatabase database = new AccessDatabase(suite.database(Part.ACCESS))) {
            // given
            Partnership partnership = Partnership.with(acts, WITHDRAWN_FROM);
            String liaison = suite.tokens().token("xaa-liaison");
            database.holdUpEvents();
            CompletableFuture<Integer> change =
                    CompletableFuture.supplyAsync(() -> issued(liaison, partnership.anotherGrant()));
            database.awaitEpochBeingEnded();
            replicas.stopped().freeze();
            database.letEventsGo();

            // when
            Confirmed confirmed = confirmed(partnership, Withdrawal.GRANT);

            // then
            System.out.printf(
                    "GRANT withdrawn, one replica stopped in the midst of a change: confirmed after %d ms.%n",
                    confirmed.took().toMillis());
            assertThat(confirmed.answer().status()).isEqualTo(200);
            assertThat(confirmed.took()).isLessThan(SANE);
            replicas.heal();
            assertThat(change.get(1, TimeUnit.MINUTES)).isGreaterThanOrEqualTo(500);
        } finally {
            replicas.heal();
        }
    }

    /** @param at when the caller had it, on the clock of {@link System#nanoTime()} */
    private record Confirmed(Answer answer, long at, Duration took) {}

    private static Confirmed confirmed(Partnership partnership, Withdrawal what) {
        long asked = System.nanoTime();
        Answer answer = partnership.withdraw(what);
        long at = System.nanoTime();
        return new Confirmed(answer, at, Duration.ofNanos(at - asked));
    }

    private Load loaded() throws IOException {
        String token = suite.tokens().token("enforcement-point");
        return opened(new Load(replicas.all(), List.of(WITHDRAWN_FROM, UNTOUCHED), token));
    }

    private static Stream<Told> permits(Load load, String partner) {
        return load.told()
                .filter(answer -> answer.isPermit() && answer.partner().equals(partner));
    }

    /** The answers of the replicas that are hurt. */
    private Stream<Told> whileHurt(Load load, boolean isOneStopped, Wire.@Nullable Fault fault) {
        return load.told()
                .filter(answer -> isOneStopped && answer.replica() == replicas.stopped()
                        || fault != null && answer.replica() == replicas.remote());
    }

    private int issued(String token, String grant) {
        try {
            return replicas.stopped().post("/access/grants", token, grant).statusCode();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void restorePosture() throws SQLException, IOException {
        try (AccessDatabase database = new AccessDatabase(suite.database(Part.ACCESS))) {
            database.restorePosture(WITHDRAWN_FROM);
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.add(resource);
        return resource;
    }
}
