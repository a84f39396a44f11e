package org.ganatelier.cli.support;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.data.DataSpec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The classes that a generator can be asked for, as people write them. */
public final class Labels {
    private Labels() {}

    /**
     * The label of a class.
     *
     * @param wanted its number or its name, in capitals or not
     * @param model what the generator is called in a message
     * @throws CommandFailure where the generator was told no classes
     * @throws UsageFailure where there is no such class
     */
    public static int parse(Experiment experiment, String wanted, String model) {
        if (experiment.classes() == 0) {
            throw new CommandFailure(
                    "%s was trained without labels, so it cannot be asked for a class: leave --label"
                                    .formatted(model)
                            + " out, or train the preset digits-conditional, or this one with --set"
                            + " conditioning=projection.");
        }
        List<String> names = names(experiment);
        for (int label = 0; label < names.size(); label++) {
            if (names.get(label).equalsIgnoreCase(wanted)
                    || Integer.toString(label).equals(wanted)) {
                return label;
            }
        }
        throw new UsageFailure(
                "There is no class \"%s\": --label must be 0 to %d%s"
                        .formatted(wanted, names.size() - 1, orNames(experiment.data(), names)));
    }

    private static List<String> names(Experiment experiment) {
        return IntStream.range(0, experiment.classes())
                .mapToObj(experiment.data()::className)
                .toList();
    }

    private static String orNames(DataSpec data, List<String> names) {
        return data.className(0).equals("0")
                ? ""
                : names.stream().collect(Collectors.joining(", ", ", or one of ", ""));
    }
}
