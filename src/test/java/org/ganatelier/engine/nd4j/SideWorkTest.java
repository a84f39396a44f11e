package org.ganatelier.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Who does what is ordered, and what becomes of it where something fails or is left. */
final class SideWorkTest {
    private static final long SECONDS = 60;

    private final SideWork side = SideWork.withSecondThread();

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @AfterEach
    void close() {
        side.close();
    }

    /** Keeps the second thread busy until it is let go. */
    private final class Blocker implements Runnable {
        private final CompletableFuture<Thread> begun = new CompletableFuture<>();
        private final CompletableFuture<Void> let = new CompletableFuture<>();

        @Override
        public void run() {
            begun.complete(Thread.currentThread());
            let.join();
        }

        Thread order() throws ExecutionException, InterruptedException, TimeoutException {
            side.order(this);
            return begun.get(SECONDS, TimeUnit.SECONDS);
        }

        void letGo() {
            let.complete(null);
        }
    }

    @Test
    void aloneEverythingIsDoneAtOnceByWhoOrders() {
        SideWork alone = SideWork.alone();
        var by = new CompletableFuture<Thread>();
        alone.order(() -> by.complete(Thread.currentThread()));
        assertThat(by.getNow(null)).isEqualTo(Thread.currentThread());
        assertThat(alone.helps()).isFalse();
    }

    @Test
    void aSecondThreadBeginsWhatIsOrdered() throws Exception {
        var blocker = new Blocker();
        assertThat(blocker.order()).isNotEqualTo(Thread.currentThread());
        blocker.letGo();
        side.finish();
    }

    @Test
    void allIsDoneOnceItIsFinished() {
        var done = new AtomicInteger();
        for (int i = 0; i < 1000; i++) {
            side.order(done::incrementAndGet);
        }
        side.finish();
        assertThat(done).hasValue(1000);
    }

    @Test
    void whoFinishesDoesWhatNobodyHasBegun() throws Exception {
        var blocker = new Blocker();
        blocker.order();
        side.order(blocker::letGo);
        side.finish();
        assertThat(blocker.let).isDone();
    }

    @Test
    void bothAreDoneHereWhereTheOtherThreadIsBusy() throws Exception {
        var blocker = new Blocker();
        blocker.order();
        var by = new CompletableFuture<Thread>();
        side.both(() -> {}, () -> by.complete(Thread.currentThread()));
        assertThat(by.getNow(null)).isEqualTo(Thread.currentThread());
        blocker.letGo();
        side.finish();
    }

    @Test
    void ofBothOneIsDoneBesideTheOther() throws Exception {
        var other = new Blocker();
        var by = new CompletableFuture<Thread>();
        side.both(
                () -> {
                    by.complete(other.begun.join());
                    other.letGo();
                },
                other);
        assertThat(by.get()).isNotEqualTo(Thread.currentThread());
    }

    /** Now the second thread is quicker, now the first, which then takes back what it ordered. */
    @Test
    void bothAreAlwaysDone() {
        var one = new AtomicInteger();
        var other = new AtomicInteger();
        for (int i = 1; i <= 10_000; i++) {
            side.both(one::incrementAndGet, other::incrementAndGet);
            assertThat(other).hasValue(i);
        }
        assertThat(one).hasValue(10_000);
    }

    @Test
    void whoFinishesHearsOfAFailureOnce() throws Exception {
        var blocker = new Blocker();
        blocker.order();
        blocker.let.completeExceptionally(new IllegalStateException("failed"));
        assertThatThrownBy(side::finish).hasRootCauseMessage("failed");
        side.finish();
    }

    @Test
    @Timeout(SECONDS)
    void whatIsDroppedIsNeitherBegunNorHeardOf() throws Exception {
        var blocker = new Blocker();
        blocker.order();
        var done = new AtomicInteger();
        side.order(done::incrementAndGet);
        Thread dropping = Thread.ofPlatform().start(side::drop);
        while (dropping.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        blocker.let.completeExceptionally(new IllegalStateException("failed"));
        dropping.join();
        side.finish();
        assertThat(done).hasValue(0);
    }

    @Test
    void theSecondThreadEndsWithIt() throws Exception {
        var blocker = new Blocker();
        Thread second = blocker.order();
        blocker.letGo();
        side.close();
        second.join(TimeUnit.SECONDS.toMillis(SECONDS));
        assertThat(second.isAlive()).isFalse();
    }
}
