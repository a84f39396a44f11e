package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.exchange.source.Value.Instance;
import org.ganatelier.exchange.source.Value.Stack;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** All that came up while code was followed. */
final class Found {
    /** Lines of a report that anybody would read. */
    private static final int MOST_REMARKS = 400;

    private static final int MOST_THINGS = 1000;

    private final List<Stack> stacks = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Set<Integer> called = new HashSet<>();
    private final Map<String, Value> options = new HashMap<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();

    /** A row of layers was made. */
    Stack made(Stack stack) {
        if (stacks.size() < MOST_THINGS) {
            stacks.add(stack);
        }
        return stack;
    }

    /** An object was made. */
    void created(Instance instance) {
        if (instances.size() < MOST_THINGS) {
            instances.add(instance);
        }
    }

    /** A function was called. */
    void called(Statement.Define define) {
        called.add(define.line());
    }

    /** Whether a function was called. */
    boolean wasCalled(Statement.Define define) {
        return called.contains(define.line());
    }

    /** An option of the command line has a usual value. */
    void option(String name, Value usual) {
        options.put(name, usual);
    }

    /** The usual value of an option. */
    Optional<Value> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    List<Stack> stacks() {
        return stacks;
    }

    List<Instance> instances() {
        return instances;
    }

    /** Notes something, once for each line. */
    void remark(int line, Remark.Fact fact) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(new Remark(new Remark.Source.Line(line), fact));
        }
    }

    /** Takes back what was noted of a kind. */
    void forget(Class<? extends Remark.Fact> kind) {
        remarks.removeIf(remark -> kind.isInstance(remark.fact()));
    }

    /** The last line that became a layer. */
    OptionalInt lastLineOf(LayerSpec layer) {
        return remarks.stream()
                .filter(
                        remark ->
                                remark.fact() instanceof Remark.Fact.Became became
                                        && became.layers().contains(layer))
                .mapToInt(Found::line)
                .max();
    }

    /** What was noted, in the order of the lines. */
    List<Remark> remarks() {
        return remarks.stream().sorted(Comparator.comparingInt(Found::line)).toList();
    }

    private static int line(Remark remark) {
        return switch (remark.source()) {
            case Remark.Source.Line(int number) -> number;
            case Remark.Source.Named _, Remark.Source.Whole _ -> Integer.MAX_VALUE;
        };
    }
}
