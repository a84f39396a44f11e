package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.Remark;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The arguments of a layer as it is read: which were looked at, and which were not. */
final class Given {
    /** The last place of arguments that have names only. */
    static final int NAMED = -1;

    /** Say nothing that a learner would miss. */
    private static final Set<String> SILENT =
            Set.of(
                    "name",
                    "inplace",
                    "dtype",
                    "input_shape",
                    "input_dim",
                    "batch_input_shape",
                    "shape",
                    "batch_shape");

    private final LayerCall call;
    private final Set<String> used = new HashSet<>();

    Given(LayerCall call) {
        this.call = call;
    }

    LayerCall call() {
        return call;
    }

    /** A layer that cannot have an argument as it is. */
    static final class UnableException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Remark.Fact fact;

        UnableException(Remark.Fact fact) {
            super(fact.toString(), null, false, false);
            this.fact = fact;
        }

        Remark.Fact fact() {
            return fact;
        }
    }

    UnableException unable(String argument, Value value) {
        return new UnableException(
                new Remark.Fact.Unable(call.theirs(), argument, Shown.of(value)));
    }

    /** An argument, if it is given and not None. */
    Optional<Value> get(String name, int place) {
        used.add(name);
        return call.arguments().get(name, place).filter(v -> !(v instanceof Value.Nothing));
    }

    /** The first of several names that is given. */
    Optional<Value> get(List<String> names, int place) {
        names.forEach(used::add);
        return names.stream()
                .flatMap(name -> call.arguments().get(name, NAMED).stream())
                .findFirst()
                .or(() -> call.arguments().get("", place))
                .filter(v -> !(v instanceof Value.Nothing));
    }

    /** A whole number. */
    int whole(String name, int place) throws UnableException {
        Optional<Value> value = get(name, place);
        if (value.isEmpty()) {
            throw unable(name, new Value.Nothing());
        }
        return whole(name, value.get());
    }

    int whole(String name, int place, int usual) throws UnableException {
        Optional<Value> value = get(name, place);
        return value.isEmpty() ? usual : whole(name, value.get());
    }

    private int whole(String name, Value value) throws UnableException {
        double number = value.number().orElseThrow(() -> unable(name, value));
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw unable(name, value);
        }
        return (int) number;
    }

    double number(List<String> names, int place, double usual) throws UnableException {
        Optional<Value> value = get(names, place);
        if (value.isEmpty()) {
            return usual;
        }
        return value.get().number().orElseThrow(() -> unable(names.getFirst(), value.get()));
    }

    /** One number for both directions of an image, or two that are the same. */
    int side(List<String> names, int place, int usual) throws UnableException {
        Optional<Value> value = get(names, place);
        if (value.isEmpty()) {
            return usual;
        }
        String name = names.getFirst();
        List<Value> both = value.get().items().orElse(List.of(value.get()));
        boolean equal =
                both.size() == 1
                        || (both.size() == 2 && both.get(0).number().equals(both.get(1).number()));
        if (!equal) {
            throw unable(name, value.get());
        }
        return whole(name, both.getFirst());
    }

    boolean truth(String name, int place, boolean usual) throws UnableException {
        Optional<Value> value = get(name, place);
        if (value.isEmpty()) {
            return usual;
        }
        return value.get().truth().orElseThrow(() -> unable(name, value.get()));
    }

    /** Refuses any other value than this number. */
    void only(String name, int place, int value) throws UnableException {
        Optional<Value> given = get(name, place);
        if (given.isPresent() && side(List.of(name), place, value) != value) {
            throw unable(name, given.get());
        }
    }

    /** The names that nobody looked at. */
    List<String> left() {
        return call.arguments().named().keySet().stream()
                .filter(name -> !used.contains(name) && !SILENT.contains(name))
                .sorted()
                .toList();
    }
}
