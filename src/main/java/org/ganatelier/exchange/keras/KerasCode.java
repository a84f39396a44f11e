package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.keras.script.Dialect;
import org.ganatelier.exchange.keras.script.Scripts;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;

import java.util.List;

/** The code of an experiment for Keras 3; see {@link Scripts}. */
public final class KerasCode {
    private KerasCode() {}

    /**
     * {@code generate.py}, which reads {@code .keras} files, with any of Keras's backends.
     *
     * @param sides those that are wanted, G first
     */
    public static Code generate(Plan plan, List<Side> sides) {
        return Scripts.generate(Dialect.KERAS, plan, sides);
    }

    /** {@code train.py}: a model with a training step of its own, by TensorFlow's gradients. */
    public static Code train(Plan plan) {
        return Scripts.train(Dialect.KERAS, plan);
    }

    /** The networks, the losses and the optimizers. */
    public static Code model(Plan plan) {
        return Scripts.model(Dialect.KERAS, plan);
    }
}
