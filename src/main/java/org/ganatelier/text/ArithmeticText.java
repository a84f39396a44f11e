package org.ganatelier.text;

import org.ganatelier.plan.model.Arithmetic;
import org.ganatelier.plan.model.Axes;
import org.ganatelier.plan.model.Overlap;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.ReceptiveField;
import org.ganatelier.plan.model.SizeRule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arithmetic of a layer in words. */
public final class ArithmeticText {
    private static final String TIMES = " × ";

    private ArithmeticText() {}

    /** All of it, a line each. */
    public static List<String> lines(
            Words words, Arithmetic arithmetic, Optional<ReceptiveField> field) {
        var lines = new ArrayList<String>();
        lines.add(size(words, arithmetic));
        parameters(words, arithmetic.parameters()).ifPresent(lines::add);
        if (arithmetic.multiplyAdds() > 0) {
            lines.add(words.say("arithmetic.multiply-adds", "n", arithmetic.multiplyAdds()));
        }
        field.map(f -> field(words, f)).ifPresent(lines::add);
        return lines;
    }

    /** How the size comes about, with the padding by its name. */
    static String size(Words words, Arithmetic arithmetic) {
        String height = formula(words, arithmetic.height());
        String said =
                arithmetic
                        .width()
                        .map(
                                width ->
                                        width.equals(arithmetic.height())
                                                ? words.say("arithmetic.sides", "formula", height)
                                                : words.say(
                                                        "arithmetic.two-sides",
                                                        "height",
                                                        height,
                                                        "width",
                                                        formula(words, width)))
                        .orElseGet(() -> words.say("arithmetic.values", "formula", height));
        return said + padding(words, arithmetic.height());
    }

    private static String padding(Words words, SizeRule rule) {
        long pixels =
                switch (rule) {
                    case SizeRule.Window window -> window.padding();
                    case SizeRule.Painted painted -> -painted.cut();
                    case SizeRule.Kept _, SizeRule.Given _, SizeRule.Times _ -> 0;
                    case SizeRule.Bordered _, SizeRule.Flattened _ -> 0;
                };
        if (pixels == 0) {
            return "";
        }
        return pixels > 0
                ? " " + words.say("arithmetic.padding.adds", "n", pixels)
                : " " + words.say("arithmetic.padding.cuts", "n", -pixels);
    }

    /** "(13 − 1) × 2 + 4 = 28". */
    static String formula(Words words, SizeRule rule) {
        String result = words.number(rule.result());
        return switch (rule) {
            case SizeRule.Kept _, SizeRule.Given _ -> result;
            case SizeRule.Window(long in, long padding, long reach, long stride) -> {
                String room = n(words, in) + signed(words, padding) + signed(words, -reach);
                String places = stride == 1 ? room : "⌊(" + room + ") / " + stride + "⌋";
                yield places + " + 1 = " + result;
            }
            case SizeRule.Painted(long in, long stride, long kernel, long cut) -> {
                String steps = "(" + n(words, in) + " − 1)" + TIMES + n(words, stride);
                yield steps + signed(words, kernel) + signed(words, -cut) + " = " + result;
            }
            case SizeRule.Times(long in, long factor) ->
                    n(words, in) + TIMES + n(words, factor) + " = " + result;
            case SizeRule.Bordered(long in, long before, long after) ->
                    n(words, in) + signed(words, before) + signed(words, after) + " = " + result;
            case SizeRule.Flattened(long height, long width, long channels) ->
                    product(words, List.of(height, width, channels)) + " = " + result;
        };
    }

    /** "3 × 3 × 64 × 32 + 32 = 18,464 parameters"; empty where there are none. */
    static Optional<String> parameters(Words words, List<ParameterPlan> parameters) {
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        String sum =
                parameters.stream()
                        .map(each -> product(words, factors(each)))
                        .collect(Collectors.joining(" + "));
        long all = parameters.stream().mapToLong(ParameterPlan::count).sum();
        boolean plain = parameters.size() == 1 && parameters.getFirst().shape().size() == 1;
        String said =
                words.say("arithmetic.parameters", "formula", plain ? "" : sum + " = ", "n", all);
        long running =
                parameters.stream()
                        .filter(each -> !each.trained())
                        .mapToLong(ParameterPlan::count)
                        .sum();
        return Optional.of(
                running == 0 ? said : said + " " + words.say("arithmetic.running", "n", running));
    }

    /** In the order in which people multiply: rows, columns, in, out. */
    private static List<Long> factors(ParameterPlan parameter) {
        List<Long> shape = new ArrayList<>(parameter.shape());
        if (parameter.axes() == Axes.OUT_IN_ROWS_COLUMNS) {
            Collections.swap(shape, 0, 1);
        }
        boolean kernel = shape.size() == 4;
        if (kernel) {
            Collections.rotate(shape, 2);
        }
        return shape;
    }

    private static String field(Words words, ReceptiveField field) {
        Map<String, Integer> numbers =
                Map.of(
                        "rows", field.rows(),
                        "columns", field.columns(),
                        "height", field.of().height(),
                        "width", field.of().width());
        return switch (field.side()) {
            case GENERATOR -> words.say("arithmetic.field.generator", numbers);
            case DISCRIMINATOR -> words.say("arithmetic.field.discriminator", numbers);
        };
    }

    /** What an overlap pattern shows. */
    public static String say(Words words, Overlap overlap) {
        return overlap.isEven()
                ? words.say("arithmetic.overlap.even", "n", overlap.most())
                : words.say(
                        "arithmetic.overlap.uneven",
                        "least",
                        overlap.least(),
                        "most",
                        overlap.most());
    }

    private static String product(Words words, List<Long> factors) {
        return factors.stream().map(f -> n(words, f)).collect(Collectors.joining(TIMES));
    }

    /** " + 3", " − 3", or nothing where it is 0. */
    private static String signed(Words words, long number) {
        if (number == 0) {
            return "";
        }
        return (number > 0 ? " + " : " − ") + n(words, Math.abs(number));
    }

    private static String n(Words words, long number) {
        return words.number(number);
    }
}
