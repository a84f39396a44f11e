package org.ganatelier.ui.slow;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.StepRecording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happens within a step.
 *
 * @param turn in which it happens
 */
record SubStep(Kind kind, PlayerTurn turn) {
    /** What happens, in the order of a usual step. */
    enum Kind {
        NOISE("noise"),
        MAKING("making"),
        REAL("real"),
        GENERATED("generated"),
        LOSS_OF_D("loss-of-d"),
        UPDATE_OF_D("update-of-d"),
        AFTER_D("after-d"),
        LOSS_OF_G("loss-of-g"),
        PIXELS("pixels"),
        UPDATE_OF_G("update-of-g"),
        AFTER_G("after-g");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** In the keys of its messages. */
        String id() {
            return id;
        }

        /** Who learns just now; empty while both only work. */
        Optional<Side> learns() {
            return switch (this) {
                case UPDATE_OF_D -> Optional.of(Side.DISCRIMINATOR);
                case UPDATE_OF_G -> Optional.of(Side.GENERATOR);
                default -> Optional.empty();
            };
        }
    }

    /** All that happened in a step, in order. */
    static List<SubStep> of(StepRecording recording) {
        var all = new ArrayList<SubStep>();
        for (PlayerTurn turn : recording.turns()) {
            kinds(turn).forEach(kind -> all.add(new SubStep(kind, turn)));
        }
        return List.copyOf(all);
    }

    private static List<Kind> kinds(PlayerTurn turn) {
        var kinds = new ArrayList<Kind>();
        if (turn.made().fresh()) {
            kinds.add(Kind.NOISE);
            kinds.add(Kind.MAKING);
        }
        switch (turn) {
            case PlayerTurn.OfDiscriminator _ ->
                    kinds.addAll(
                            List.of(
                                    Kind.REAL,
                                    Kind.GENERATED,
                                    Kind.LOSS_OF_D,
                                    Kind.UPDATE_OF_D,
                                    Kind.AFTER_D));
            case PlayerTurn.OfGenerator _ ->
                    kinds.addAll(
                            List.of(Kind.LOSS_OF_G, Kind.PIXELS, Kind.UPDATE_OF_G, Kind.AFTER_G));
        }
        return kinds;
    }
}
