package org.ganatelier.ui.charts;

import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.ui.widget.Numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What belongs to the losses of a step and has no line among them. */
final class BesideLosses {
    /** Of another size than the losses, so that a line of it would flatten theirs. */
    static final PlotCurve PENALTY =
            new PlotCurve(
                    Curve.GRADIENT_PENALTY,
                    "penalty",
                    "What the penalty on D's gradients adds to the sum that D minimises, its weight"
                            + " included. D's curve leaves it out: that shows how well D tells the"
                            + " images apart, which the penalty would hide.",
                    Side.DISCRIMINATOR,
                    1);

    /** Of a rate, as many digits as tell two steps of a schedule apart. */
    private static final MathContext DIGITS = new MathContext(3);

    private BesideLosses() {}

    /** The penalty, if the run has any; the rates that a schedule changes. */
    static List<String> words(History history, Frame frame, long step) {
        var words = new ArrayList<String>();
        Smoothed penalty = frame.smoothed(history, PENALTY);
        if (Double.isFinite(penalty.newest())) {
            words.add(penalty(penalty, step));
        }
        for (Side side : Side.values()) {
            OptimizerSpec optimizer = history.optimizer(side, step);
            if (optimizer.schedule().kind() != Schedule.Kind.CONSTANT) {
                words.add(side.letter() + "'s rate " + rate(optimizer.rateAt(step - 1)));
            }
        }
        return words;
    }

    /** What stands above the losses of a run that has a penalty. */
    static Optional<Reading.Note> note(Smoothed penalty) {
        return Double.isFinite(penalty.newest())
                ? Optional.of(
                        new Reading.Note(
                                "D's loss leaves out its " + Legend.text(penalty),
                                PENALTY.meaning()))
                : Optional.empty();
    }

    private static String penalty(Smoothed penalty, long step) {
        return penalty.buckets().count()[penalty.bucket(step)] == 0
                ? "no penalty computed here"
                : Crosshair.words(penalty, step) + ", left out of D's loss";
    }

    private static String rate(double rate) {
        return Numbers.text(new BigDecimal(rate).round(DIGITS).doubleValue());
    }
}
