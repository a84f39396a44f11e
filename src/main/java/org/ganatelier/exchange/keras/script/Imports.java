package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.plan.model.Plan;

import java.util.List;

/** What a script imports beyond Python's own library, and what must be installed for it. */
final class Imports {
    private Imports() {}

    /** In words, for the first lines of a script. */
    static String needs(Dialect dialect, Plan plan, List<Side> sides, boolean trains) {
        return switch (dialect) {
            case KERAS ->
                    trains
                            ? "Keras 3, TensorFlow and numpy"
                            : "Keras 3, with any backend, and numpy";
            case TENSORFLOW ->
                    "TensorFlow (%s or later) and numpy".formatted(version(plan, sides, trains));
        };
    }

    /** The first version that has all layers and optimizers. */
    private static String version(Plan plan, List<Side> sides, boolean trains) {
        if (trains && sides.stream().anyMatch(side -> NetworkCode.isNormalized(plan, side))) {
            return "2.13";
        }
        boolean groups =
                sides.stream()
                        .flatMap(side -> plan.network(side).layers().stream())
                        .anyMatch(layer -> layer.layer() instanceof LayerNorm);
        boolean adamW =
                sides.stream()
                        .map(side -> plan.experiment().training().optimizer(side).kind())
                        .anyMatch(kind -> kind == OptimizerSpec.Kind.ADAMW);
        return groups || (trains && adamW) ? "2.11" : "2.9";
    }

    static void write(
            CodeWriter code, Dialect dialect, Plan plan, List<Side> sides, boolean trains) {
        boolean ops = NetworkCode.needsDeviation(plan, sides);
        switch (dialect) {
            case KERAS -> {
                if (trains) {
                    code.line(
                            "# The steps below use TensorFlow's GradientTape; say so before Keras"
                                    + " is imported.");
                    code.line("os.environ[\"KERAS_BACKEND\"] = \"tensorflow\"").blank();
                }
                code.line("import keras");
                code.line("import numpy as np");
                if (trains) {
                    code.line("import tensorflow as tf");
                }
                code.line("from keras import layers" + (ops ? ", ops" : ""));
            }
            case TENSORFLOW -> {
                code.line("import numpy as np");
                if (trains || ops) {
                    code.line("import tensorflow as tf");
                }
                code.line("from tensorflow import keras");
                code.line("from tensorflow.keras import layers");
            }
        }
    }
}
