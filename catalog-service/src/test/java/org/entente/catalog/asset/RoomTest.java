package org.entente.catalog.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.entente.http.LargestBody;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final LargestBody largest = new LargestBody(100_000);
    private final Room room = new Room(largest);

    @Test
    void thereIsRoomForTheLargestBodyAlone() {
        String done = room.with(
                        new byte[(int) largest.bytes()], () -> Uni.createFrom().item("done"))
                .await()
                .indefinitely();

        assertThat(done).isEqualTo("done");
    }

    @Test
    void whatComesWhileThereIsNoRoomIsTurnedAway() {
        room.with(new byte[60_000], () -> Uni.createFrom().emitter(forever -> {}))
                .subscribe()
                .with(done -> {});

        Uni<String> second = room.with(new byte[60_000], () -> Uni.createFrom().item("done"));

        assertThatThrownBy(() -> second.await().indefinitely())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void whatFailedLeavesItsRoom() {
        room.with(new byte[60_000], () -> Uni.createFrom().<String>emitter(RoomTest::broken))
                .onFailure()
                .recoverWithItem("broken")
                .await()
                .indefinitely();

        String done = room.with(new byte[60_000], () -> Uni.createFrom().item("done"))
                .await()
                .indefinitely();

        assertThat(done).isEqualTo("done");
    }

    private static void broken(UniEmitter<? super String> emitter) {
        emitter.fail(new IllegalStateException("broken"));
    }
}
