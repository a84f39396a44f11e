package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;

import java.util.List;

/**
 * The scripts of an experiment. Each stands alone and needs nothing but the framework, numpy and
 * Python's own library. A plan that is not ready can be written too, for somebody to look at: a
 * layer that does not fit is a comment then.
 */
public final class Scripts {
    private Scripts() {}

    /**
     * {@code generate.py}: builds the networks, reads their weights from files beside it and draws
     * samples; with {@code --check} it compares what they compute with the examples.
     *
     * @param sides those that are wanted, G first
     */
    public static Code generate(Dialect dialect, Plan plan, List<Side> sides) {
        var code = new CodeWriter();
        new GenerateScript(code, plan, dialect, sides).write();
        return code.code();
    }

    /** {@code train.py}: the whole experiment. */
    public static Code train(Dialect dialect, Plan plan) {
        var code = new CodeWriter();
        new TrainScript(code, plan, dialect).write();
        return code.code();
    }

    /** Of {@code train.py} the networks, the losses and the optimizers. */
    public static Code model(Dialect dialect, Plan plan) {
        var code = new CodeWriter();
        new TrainScript(code, plan, dialect).writeModel();
        return code.code();
    }
}
