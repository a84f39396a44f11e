package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;

import java.util.List;

/**
 * The code of an experiment for PyTorch, 1.13 or later. Each file stands alone and needs nothing
 * but PyTorch, numpy and Python's own library. A plan that is not ready can be written too, for
 * somebody to look at: a layer that does not fit is a comment then.
 */
public final class TorchCode {
    private TorchCode() {}

    /** The name of a network's files, without their ending. */
    public static String fileName(Side side) {
        return switch (side) {
            case GENERATOR -> "generator";
            case DISCRIMINATOR -> "discriminator";
        };
    }

    /**
     * {@code generate.py}: builds the networks, reads their weights from {@code .pt} files beside
     * it and draws samples; with {@code --check} it compares what they compute with the examples.
     *
     * @param sides those that are wanted, at least one
     */
    public static Code generate(Plan plan, List<Side> sides) {
        return generate(plan, sides, WeightFile.TORCH);
    }

    /** As {@link #generate}; the weights are read from {@code .safetensors} files. */
    public static Code generateFromSafetensors(Plan plan, List<Side> sides) {
        return generate(plan, sides, WeightFile.SAFETENSORS);
    }

    private static Code generate(Plan plan, List<Side> sides, WeightFile weights) {
        var code = new CodeWriter();
        new GenerateCode(code, plan, sides, weights).write();
        return code.code();
    }

    /**
     * {@code train.py}: the whole experiment. It reads {@code data.npz} beside it, trains, and
     * writes weights and samples.
     */
    public static Code train(Plan plan) {
        var code = new CodeWriter();
        new TrainCode(code, plan).write();
        return code.code();
    }
}
