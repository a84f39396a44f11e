package org.ganatelier.exchange.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Variables of a function, inside those of the text. */
final class Scope {
    private final Map<String, Value> values = new HashMap<>();
    private final Optional<Scope> outer;

    Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    Optional<Value> get(String name) {
        Value value = values.get(name);
        return value != null ? Optional.of(value) : outer.flatMap(scope -> scope.get(name));
    }

    void set(String name, Value value) {
        values.put(name, value);
    }

    /** The variables of the text itself. */
    Scope outermost() {
        return outer.map(Scope::outermost).orElse(this);
    }

    /** All that is set here. */
    Map<String, Value> values() {
        return values;
    }
}
