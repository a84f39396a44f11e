package org.ganatelier.coach.rule;

import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;

/** Learning rates and turns, as rules compare and change them. */
final class Rates {
    private Rates() {}

    /** The learning rate of a side. */
    static double of(Experiment experiment, Side side) {
        return experiment.training().optimizer(side).learningRate();
    }

    /**
     * How many times as far D may move in a step as G: the ratio of their rates, times that of
     * their updates. Adam's steps are of about the length of its rate, whatever the gradient
     * (Kingma and Ba 2015, arXiv:1412.6980, section 2.1); of plain gradient descent it says less.
     */
    static double ratio(Experiment experiment) {
        return of(experiment, Side.DISCRIMINATOR)
                * experiment.training().discriminatorSteps()
                / (of(experiment, Side.GENERATOR) * experiment.training().generatorSteps());
    }

    /** Whether both are of the same kind, so that their rates can be compared. */
    static boolean comparable(Experiment experiment) {
        OptimizerSpec one = experiment.training().optimizer(Side.DISCRIMINATOR);
        return one.kind() == experiment.training().optimizer(Side.GENERATOR).kind();
    }

    /** Another learning rate, with two digits. */
    static Remedy set(Experiment experiment, Side side, double rate) {
        double unit = Math.pow(10, Math.floor(Math.log10(rate)) - 1);
        double rounded = Math.rint(rate / unit) * unit;
        return Remedy.of(
                setting("training." + side.id() + "Optimizer.learningRate"),
                experiment,
                Float.toString((float) rounded));
    }

    /** So many times the learning rate. */
    static Remedy scale(Experiment experiment, Side side, double factor) {
        return set(experiment, side, of(experiment, side) * factor);
    }

    /** Another value of a live setting. */
    static LiveSetting setting(String path) {
        return LiveSettings.at(path)
                .orElseThrow(() -> new IllegalStateException("Nothing live is called " + path));
    }
}
