package org.ganatelier.exchange.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a call is given. */
record Arguments(List<Value> placed, Map<String, Value> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    Arguments {
        placed = List.copyOf(placed);
        named = Map.copyOf(named);
    }

    /** Of a call with plain values. */
    static Arguments of(Value... values) {
        return new Arguments(List.of(values), Map.of());
    }

    /** The argument of that name, or at that place. */
    Optional<Value> get(String name, int place) {
        Optional<Value> byName = Optional.ofNullable(named.get(name));
        return byName.isPresent() || place < 0 || place >= placed.size()
                ? byName
                : Optional.of(placed.get(place));
    }

    /** The argument at that place. */
    Optional<Value> at(int place) {
        return place < placed.size() ? Optional.of(placed.get(place)) : Optional.empty();
    }
}
