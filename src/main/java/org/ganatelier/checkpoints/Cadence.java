package org.ganatelier.checkpoints;

/** When the next checkpoint is due. Values in, values out. */
public sealed interface Cadence {
    /** Whether one is due after a step. */
    boolean isDue(Moment now, Moment last, Cost cost);

    /** Whether the run waits for one that is still being written, as none may be left out. */
    boolean waits();

    /**
     * A place in a run.
     *
     * @param step how many steps were done
     * @param seconds of training
     */
    record Moment(long step, double seconds) {
        /** Before the first step. */
        public static final Moment BEGINNING = new Moment(0, 0);
    }

    /**
     * What a checkpoint takes.
     *
     * @param seconds that the last one took, to be written and shown; to copy it takes less
     * @param spent seconds that all of them took so far
     * @param begin the seconds of training at which that count began
     * @param room how many of them fit into the budget
     */
    record Cost(double seconds, double spent, double begin, int room) {
        /** Where none was written yet. */
        public static Cost unknown(double begin) {
            return new Cost(0, 0, begin, Thinning.USUAL_MOST);
        }

        /** With one more. */
        public Cost and(double more, int roomNow) {
            return new Cost(more, spent + more, begin, roomNow);
        }
    }

    /**
     * After every so many steps, whatever that costs.
     *
     * @param steps 1 or more
     */
    record EverySteps(long steps) implements Cadence {
        public EverySteps {
            if (steps < 1) {
                throw new IllegalArgumentException("Steps between checkpoints: " + steps);
            }
        }

        @Override
        public boolean isDue(Moment now, Moment last, Cost cost) {
            return now.step() % steps == 0;
        }

        @Override
        public boolean waits() {
            return true;
        }
    }

    /**
     * As often as costs little and as the budget has room for: a tenth of a second after the start,
     * every second or more seldom then, and ever more seldom in a long run, where most would be
     * thinned out again. At the start, when most happens, some of the time to come is spent.
     *
     * @param advance seconds of training whose share is spent before they have gone by
     */
    record Adaptive(double advance) implements Cadence {
        /** Of the time, for writing; copying takes as much at most: two hundredths in all. */
        static final double SHARE = 0.01;

        static final double ADVANCE_SECONDS = 30;

        private static final double FIRST_SECONDS = 0.1;
        private static final double LEAST_SECONDS = 1;

        /**
         * Of the run's time by the room: half of the gap that {@link Thinning} leaves at the end of
         * a run that fills its budget, which is ln 9 / 8 of it.
         */
        private static final double GAP = Math.log(9) / 8 / 2;

        /** With the usual advance. */
        public Adaptive() {
            this(ADVANCE_SECONDS);
        }

        @Override
        public boolean isDue(Moment now, Moment last, Cost cost) {
            double trained = now.seconds() - cost.begin();
            boolean affordable = cost.spent() + cost.seconds() <= SHARE * (trained + advance);
            return affordable && now.seconds() - last.seconds() >= least(now, cost);
        }

        private static double least(Moment now, Cost cost) {
            return cost.spent() == 0
                    ? FIRST_SECONDS
                    : Math.max(LEAST_SECONDS, GAP * now.seconds() / cost.room());
        }

        @Override
        public boolean waits() {
            return false;
        }
    }
}
