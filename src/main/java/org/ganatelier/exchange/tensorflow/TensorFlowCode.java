package org.ganatelier.exchange.tensorflow;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.keras.script.Dialect;
import org.ganatelier.exchange.keras.script.Scripts;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;

import java.util.List;

/** The code of an experiment for TensorFlow; see {@link Scripts}. */
public final class TensorFlowCode {
    private TensorFlowCode() {}

    /**
     * {@code generate.py}, which reads {@code .h5} files.
     *
     * @param sides those that are wanted, G first
     */
    public static Code generate(Plan plan, List<Side> sides) {
        return Scripts.generate(Dialect.TENSORFLOW, plan, sides);
    }

    /** {@code train.py}: a plain loop with gradients from a {@code GradientTape}. */
    public static Code train(Plan plan) {
        return Scripts.train(Dialect.TENSORFLOW, plan);
    }

    /** The networks, the losses and the optimizers. */
    public static Code model(Plan plan) {
        return Scripts.model(Dialect.TENSORFLOW, plan);
    }
}
