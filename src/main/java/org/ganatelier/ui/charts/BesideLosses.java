package org.ganatelier.ui.charts;

import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.train.History.Curve;
import org.ganatelier.ui.widget.Numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What belongs to the losses of a step and has no line among them. */
final class BesideLosses {
    /** Of a rate, as many digits as tell two steps of a schedule apart. */
    private static final MathContext DIGITS = new MathContext(3);

    private final Words words;

    BesideLosses(Words words) {
        this.words = words;
    }

    /** Of another size than the losses, so that a line of it would flatten theirs. */
    PlotCurve penalty() {
        return new PlotCurve(
                new Source.Measured(Curve.GRADIENT_PENALTY),
                words.say("charts.penalty"),
                words.say("charts.penalty.meaning"),
                Side.DISCRIMINATOR);
    }

    /** The penalty, if the run has any; the rates that a schedule changes. */
    List<String> lines(Material material, Frame frame, long step) {
        var lines = new ArrayList<String>();
        Smoothed penalty = frame.smoothed(material, penalty(), Smoothing.NORMAL);
        if (Double.isFinite(penalty.newest())) {
            lines.add(readout(penalty, step));
        }
        for (Side side : Side.values()) {
            OptimizerSpec optimizer = material.history().optimizer(side, step);
            if (optimizer.schedule().kind() != Schedule.Kind.CONSTANT) {
                lines.add(
                        words.say(
                                "charts.readout.rate",
                                "side",
                                side.letter(),
                                "rate",
                                rate(optimizer.rateAt(step - 1))));
            }
        }
        return lines;
    }

    /** What stands above the losses of a run that has a penalty. */
    Optional<Reading.Note> note(Smoothed penalty) {
        return Double.isFinite(penalty.newest())
                ? Optional.of(
                        new Reading.Note(
                                words.say(
                                        "charts.penalty.note",
                                        "penalty",
                                        Legend.text(penalty, words)),
                                penalty.trace().meaning()))
                : Optional.empty();
    }

    private String readout(Smoothed penalty, long step) {
        return penalty.buckets().count()[penalty.bucket(step)] == 0
                ? words.say("charts.penalty.none-here")
                : words.say(
                        "charts.penalty.readout",
                        "penalty",
                        Crosshair.readout(penalty, step, words));
    }

    private String rate(double rate) {
        return Numbers.text(words, new BigDecimal(rate).round(DIGITS).doubleValue());
    }
}
