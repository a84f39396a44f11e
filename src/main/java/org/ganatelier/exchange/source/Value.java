package org.ganatelier.exchange.source;

import org.ganatelier.exchange.python.Statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression stands for, as far as it can be told. */
sealed interface Value {
    /**
     * A number.
     *
     * @param whole whether it is an integer of Python
     */
    record Num(double value, boolean whole) implements Value {}

    /** A string. */
    record Text(String text) implements Value {}

    /** True or False. */
    record Truth(boolean value) implements Value {}

    /** None. */
    record Nothing() implements Value {}

    /** A list or a tuple. */
    record Items(List<Value> list) implements Value {
        /** More than any model has. */
        static final int MOST = 4096;

        static Items of(List<Value> values) {
            return new Items(new ArrayList<>(values));
        }
    }

    /** A name that this code does not define, such as {@code nn.Linear}. */
    record Path(String dotted) implements Value {
        /** The part behind the last dot. */
        String last() {
            return dotted.substring(dotted.lastIndexOf('.') + 1);
        }
    }

    /**
     * A function of this code.
     *
     * @param self what it is a method of
     */
    record Function(Statement.Define define, Scope scope, Optional<Instance> self)
            implements Value {}

    /** A class of this code. */
    record Kind(Statement.Kind of, Scope scope) implements Value {
        /** One of its methods. */
        Optional<Statement.Define> method(String name) {
            return of.body().stream()
                    .filter(Statement.Define.class::isInstance)
                    .map(Statement.Define.class::cast)
                    .filter(define -> define.name().equals(name))
                    .findFirst();
        }
    }

    /** An object of a class of this code. */
    record Instance(Kind kind, Map<String, Value> fields, Names names) implements Value {
        Instance(Kind kind) {
            this(kind, new LinkedHashMap<>(), new Names());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** A layer, or what may be one. */
    record Layer(LayerCall call) implements Value {}

    /** A row of layers: {@code Sequential}, or what {@code Model(inputs, outputs)} goes through. */
    record Stack(List<Value> pieces, Trunk trunk, Names names, int line) implements Value {
        Stack(List<Value> pieces, int line) {
            this(pieces, Trunk.NONE, new Names(), line);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * What flows between layers.
     *
     * @param from what it was made of; none for an input
     * @param piece what made it: a layer, a stack, or an object with layers
     * @param input of an input: what was said of its shape
     * @param length of the longest way from an input
     * @param label whether it comes from labels alone
     */
    record Tensor(
            List<Tensor> from,
            Optional<Value> piece,
            Optional<LayerCall> input,
            int length,
            boolean label)
            implements Value {
        static Tensor input(Optional<LayerCall> call, boolean label) {
            return new Tensor(List.of(), Optional.empty(), call, 0, label);
        }

        static Tensor of(List<Tensor> from, Value piece) {
            int longest = from.stream().mapToInt(Tensor::length).max().orElse(0);
            boolean label = !from.isEmpty() && from.stream().allMatch(Tensor::label);
            return new Tensor(
                    List.copyOf(from), Optional.of(piece), Optional.empty(), longest + 1, label);
        }

        Tensor ofLabels() {
            return new Tensor(from, piece, input, length, true);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Anything else. */
    enum Unknown implements Value {
        VALUE
    }

    /** What somebody called a thing, first names first. */
    record Names(List<String> all) {
        private static final int MOST = 8;

        Names() {
            this(new ArrayList<>());
        }

        void add(String name) {
            if (all.size() < MOST && !name.isEmpty() && !all.contains(name)) {
                all.add(name);
            }
        }
    }

    static Value number(double value) {
        return new Num(value, value == Math.rint(value) && !Double.isInfinite(value));
    }

    /** Its items, if it is a list. */
    default Optional<List<Value>> items() {
        return this instanceof Items(List<Value> list) ? Optional.of(list) : Optional.empty();
    }

    /** The number, if it is one. */
    default Optional<Double> number() {
        return this instanceof Num(double value, _) ? Optional.of(value) : Optional.empty();
    }

    /** Whether Python takes it for true, where that can be told. */
    default Optional<Boolean> truth() {
        return switch (this) {
            case Truth(boolean value) -> Optional.of(value);
            case Num(double value, _) -> Optional.of(value != 0);
            case Text(String text) -> Optional.of(!text.isEmpty());
            case Nothing _ -> Optional.of(false);
            case Items(List<Value> list) -> Optional.of(!list.isEmpty());
            case Path _, Tensor _, Unknown _ -> Optional.empty();
            case Function _, Kind _, Instance _, Layer _, Stack _ -> Optional.of(true);
        };
    }
}
