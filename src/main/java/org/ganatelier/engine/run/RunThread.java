package org.ganatelier.engine.run;

import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunEvent.State;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The training thread of a run: commands in a queue, carried out between two steps, and what they
 * make of the run. Ordering is for any thread, the rest for the training thread only.
 */
final class RunThread {
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final RunVoice voice;
    private final Thread thread;
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

    /** Orders the end before the next step. */
    void stop() {
        order(() -> stopped = true);
    }

    /** Orders the end at the next update of either network: nobody asks for the rest any more. */
    void close() {
        closed = true;
        stop();
    }

    /** Whether nobody asks any more; for any thread. */
    boolean closed() {
        return closed;
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
            steps.next(this::closed);
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
