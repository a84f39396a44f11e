package org.ganatelier.exchange.keras.script;

import static org.ganatelier.exchange.code.Python.number;

import org.ganatelier.experiment.Initialization;

/**
 * How initial weights are drawn, as an argument of a layer; see {@link Initialization}. Keras draws
 * Glorot's uniform ones unless told otherwise.
 */
record Initial(Initialization scheme) {
    /** The function that {@link #NORMAL} names. */
    static final String FUNCTION =
            """
            def normal(mean=0.0):
                \"""Initial weights as in DCGAN (arXiv:1511.06434).\"""
                return keras.initializers.RandomNormal(mean, 0.02)
            """;

    private static final String NORMAL = "normal()";

    /** Whether {@link #FUNCTION} must stand in the file. */
    boolean needsFunction() {
        return scheme == Initialization.NORMAL_002;
    }

    /** Of the weights of a layer whose fans Keras counts as this program does. */
    String argument(String name) {
        return switch (scheme) {
            case GLOROT_UNIFORM -> "";
            case GLOROT_NORMAL -> ", " + name + "=\"glorot_normal\"";
            case HE_NORMAL -> ", " + name + "=\"he_normal\"";
            case NORMAL_002 -> ", " + name + "=" + NORMAL;
            case ORTHOGONAL -> ", " + name + "=\"orthogonal\"";
        };
    }

    /** Of weights whose fans Keras would count otherwise. */
    String argument(String name, double fanIn, double fanOut) {
        return switch (scheme) {
            case GLOROT_UNIFORM -> {
                String limit = number(rounded(Math.sqrt(6 / (fanIn + fanOut))));
                yield ", %s=keras.initializers.RandomUniform(-%s, %s)"
                        .formatted(name, limit, limit);
            }
            case GLOROT_NORMAL -> normal(name, Math.sqrt(2 / (fanIn + fanOut)));
            case HE_NORMAL -> normal(name, Math.sqrt(2 / fanIn));
            case NORMAL_002, ORTHOGONAL -> argument(name);
        };
    }

    private static String normal(String name, double deviation) {
        return ", %s=keras.initializers.RandomNormal(0.0, %s)"
                .formatted(name, number(rounded(deviation)));
    }

    /** Of the gains of batch normalization. */
    String gains() {
        return scheme == Initialization.NORMAL_002 ? ", gamma_initializer=normal(1.0)" : "";
    }

    private static double rounded(double value) {
        final double digits = 1e6;
        return Math.round(value * digits) / digits;
    }
}
