package org.ganatelier.bench.libtorch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to measure, and how PyTorch is used.
 *
 * @param warmUp seconds of steps before those that are measured
 * @param sharedFakes whether D and G learn from the same generated images, as this program's do
 * @param joined whether D sees real and generated images as one batch
 * @param glorot whether the first weights are drawn as this program's, or as PyTorch's
 * @param every after how many steps the losses are printed, or 0
 * @param data a gzipped IDX file of images, or empty for random ones
 */
record Settings(
        String net,
        int batch,
        int steps,
        int threads,
        double warmUp,
        boolean sharedFakes,
        boolean joined,
        boolean fusedAdam,
        Layout layout,
        boolean glorot,
        int every,
        String data,
        long seed) {
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("--net", "classroom"),
                    Map.entry("--batch", "64"),
                    Map.entry("--steps", "100"),
                    Map.entry("--threads", "1"),
                    Map.entry("--warm-up", "3"),
                    Map.entry("--fakes", "fresh"),
                    Map.entry("--halves", "apart"),
                    Map.entry("--adam", "fused"),
                    Map.entry("--layout", "nchw"),
                    Map.entry("--weights", "torch"),
                    Map.entry("--losses", "0"),
                    Map.entry("--data", ""),
                    Map.entry("--seed", "0"));

    /** Where BatchNorm sees both batches as one, D learns something else. */
    private static final Set<String> WITH_BATCH_NORM_IN_D = Set.of("classroom", "dcgan");

    Settings {
        if (joined && WITH_BATCH_NORM_IN_D.contains(net)) {
            throw new IllegalArgumentException("--halves joined changes the step of " + net);
        }
    }

    /**
     * @throws IllegalArgumentException which says what is possible
     */
    static Settings of(String... arguments) {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "The options, each with a value: " + DEFAULTS.keySet());
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        return new Settings(
                given.get("--net"),
                Integer.parseInt(given.get("--batch")),
                Integer.parseInt(given.get("--steps")),
                Integer.parseInt(given.get("--threads")),
                Double.parseDouble(given.get("--warm-up")),
                choice(given, "--fakes", "shared", "fresh"),
                choice(given, "--halves", "joined", "apart"),
                choice(given, "--adam", "fused", "separate"),
                choice(given, "--layout", "nhwc", "nchw") ? Layout.NHWC : Layout.NCHW,
                choice(given, "--weights", "glorot", "torch"),
                Integer.parseInt(given.get("--losses")),
                given.get("--data"),
                Long.parseLong(given.get("--seed")));
    }

    private static boolean choice(Map<String, String> given, String name, String yes, String no) {
        String value = given.get(name);
        if (!value.equals(yes) && !value.equals(no)) {
            throw new IllegalArgumentException(name + " is " + yes + " or " + no);
        }
        return value.equals(yes);
    }
}
