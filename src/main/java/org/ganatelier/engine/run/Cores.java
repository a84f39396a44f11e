package org.ganatelier.engine.run;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.onednn.OneDnn;

/**
 * How many threads a run computes on. With oneDNN 3 a second one does what need not be done in
 * turn, and the numbers are the same as with one. Without it operations are split among the
 * threads.
 */
final class Cores {
    /** What can be done beside the rest is half of a step: a third thread would have no work. */
    private static final int MOST_USED = 2;

    private Cores() {}

    /** As many as a run uses unless told otherwise. */
    static int standard() {
        return OneDnn.isThere()
                ? Math.min(MOST_USED, Runtime.getRuntime().availableProcessors())
                : Natives.DEFAULT_THREADS;
    }

    /**
     * Loads the libraries for the calling thread.
     *
     * @param threads at least 1
     * @return what does the work that need not be done in turn
     */
    static SideWork use(int threads) {
        boolean second = OneDnn.isThere() && threads > 1;
        Natives.load(second ? Natives.DEFAULT_THREADS : threads);
        return second ? SideWork.withSecondThread() : SideWork.alone();
    }
}
