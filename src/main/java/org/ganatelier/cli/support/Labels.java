package org.ganatelier.cli.support;

import org.ganatelier.experiment.Experiment;

import java.util.List;
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
        return IntStream.range(0, names.size())
                .filter(label -> means(wanted, label, names))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageFailure(
                                        "There is no class \"%s\": --label must be %s"
                                                .formatted(wanted, known(names))));
    }

    /** A number is a class's name where classes are called by numbers, else its place. */
    private static boolean means(String wanted, int label, List<String> names) {
        return names.get(label).equalsIgnoreCase(wanted)
                || (!areNumbers(names) && Integer.toString(label).equals(wanted));
    }

    private static List<String> names(Experiment experiment) {
        return IntStream.range(0, experiment.classes())
                .mapToObj(experiment.data()::className)
                .toList();
    }

    private static boolean areNumbers(List<String> names) {
        return names.stream().allMatch(name -> name.chars().allMatch(Character::isDigit));
    }

    private static String known(List<String> names) {
        int last = names.size() - 1;
        String places = "0 to " + last;
        String all = "one of " + String.join(", ", names);
        if (!areNumbers(names)) {
            return places + ", or " + all;
        }
        return names.getFirst().equals("0") && names.getLast().equals(Integer.toString(last))
                ? places
                : all;
    }
}
