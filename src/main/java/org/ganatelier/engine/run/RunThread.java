package org.ganatelier.engine.run;

import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunEvent.State;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The training thread of a run: commands in a queue, carried out between two steps, and what they
 * make of the run. Ordering is for any thread, the rest for the training thread only.
 */
final class RunThread implements Patience {
    /** How long a step may go on after the run was told to rest or to end. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

    private static final long NEVER = Long.MAX_VALUE;

    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final RunVoice voice;
    private final Thread thread;
    private final AtomicLong endAsked = new AtomicLong(NEVER);
    private final AtomicLong restAsked = new AtomicLong(NEVER);
    private volatile boolean closed;

    // Below: the training thread only.
    private boolean paused;
    private boolean stopped;

    /**
     * @param paused whether it waits before the first step
     * @param life what happens on the thread
     * @param voice tells, on the thread, whether it trains or pauses
     */
    RunThread(String name, boolean paused, Runnable life, RunVoice voice) {
        this.paused = paused;
        this.voice = voice;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(life);
    }

    void start() {
        thread.start();
    }

    /** Has something done before the next step, at once where the run rests. */
    void order(Runnable command) {
        commands.add(command);
    }

    /** Orders a pause before the next step. */
    void pause() {
        restAsked.set(System.nanoTime());
        order(() -> setPaused(true));
    }

    /** Orders to go on. */
    void resume() {
        restAsked.set(NEVER);
        order(() -> setPaused(false));
    }

    /** Orders the end before the next step. */
    void stop() {
        endAsked.set(System.nanoTime());
        order(() -> stopped = true);
    }

    /** Orders the end at once, in the middle of a step: nobody asks for the rest any more. */
    void close() {
        closed = true;
        stop();
    }

    /** For any thread. */
    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public boolean over() {
        long now = System.nanoTime();
        return isLongAgo(endAsked.get(), now) || isLongAgo(restAsked.get(), now);
    }

    private static boolean isLongAgo(long asked, long now) {
        return asked != NEVER && now - asked > GRACE;
    }

    /** Goes on for one step, which is paused by the next order. */
    void pauseAfter(Runnable step) {
        order(
                () -> {
                    restAsked.set(NEVER);
                    setPaused(true);
                    step.run();
                });
    }

    /** Pauses or goes on. */
    void setPaused(boolean wanted) {
        paused = wanted;
        tellState();
    }

    /** Tells whether the run trains or pauses. */
    void tellState() {
        voice.tell(paused ? State.PAUSED : State.TRAINING);
    }

    /** Takes one step after the other, as ordered, until the run ends. */
    End train(Steps steps) throws InterruptedException {
        while (true) {
            obey();
            if (stopped) {
                return new End.Stopped();
            }
            if (paused) {
                steps.showOnce();
                commands.take().run();
                continue;
            }
            steps.next(this);
            if (steps.complete()) {
                // An edit after the last step belongs to the run that is repeated.
                steps.applyEdits();
                return new End.Completed();
            }
            holdBack(steps.pace());
        }
    }

    private void obey() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }

    /** Waits until the speed limit allows the next step, obeying commands meanwhile. */
    private void holdBack(Pace pace) throws InterruptedException {
        long wait = pace.rest();
        long until = System.nanoTime() + wait;
        while (wait > 0 && !stopped && !paused) {
            Runnable command = commands.poll(wait, TimeUnit.NANOSECONDS);
            if (command != null) {
                command.run();
                until = Math.min(until, System.nanoTime() + pace.interval());
            }
            wait = until - System.nanoTime();
        }
    }
}
