package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.PlayerNames;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.exchange.source.Value.Function;
import org.ganatelier.exchange.source.Value.Instance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions and classes that build networks, but that this text does not use. */
final class Uncalled {
    private Uncalled() {}

    /** Calls them: those that are named after a player first, others only where none is. */
    static void follow(Machine machine, Scope scope) {
        List<Map.Entry<String, Value>> all =
                List.copyOf(scope.values().entrySet()).stream()
                        .sorted(Comparator.comparingInt(e -> line(e.getValue())))
                        .toList();
        int before = made(machine);
        for (Map.Entry<String, Value> entry : all) {
            if (PlayerNames.of(entry.getKey()).isPresent()) {
                follow(entry.getValue(), machine);
            }
        }
        for (Map.Entry<String, Value> entry : all) {
            if (made(machine) == before) {
                follow(entry.getValue(), machine);
            }
        }
    }

    private static int made(Machine machine) {
        return machine.found.stacks().size() + machine.found.instances().size();
    }

    private static int line(Value value) {
        return value instanceof Function function
                ? function.define().line()
                : value instanceof Value.Kind kind ? kind.of().line() : 0;
    }

    @SuppressWarnings("ReferenceEquality") // of two classes of one name each counts
    private static void follow(Value value, Machine machine) {
        if (value instanceof Function function) {
            boolean fresh = !machine.found.wasCalled(function.define());
            if (fresh && Walk.builds(function.define().body())) {
                var _ = machine.call(function, Arguments.NONE);
            }
        } else if (value instanceof Value.Kind kind) {
            boolean created =
                    machine.found.instances().stream()
                            .anyMatch(instance -> instance.kind().of() == kind.of());
            if (!created) {
                build(kind, machine);
            }
        }
    }

    /** An object; where that has no networks yet, what its methods build. */
    private static void build(Value.Kind kind, Machine machine) {
        int before = machine.found.stacks().size();
        Value made = machine.create(kind, Arguments.NONE);
        if (made instanceof Instance instance && machine.found.stacks().size() == before) {
            for (Statement statement : kind.of().body()) {
                boolean builds =
                        statement instanceof Statement.Define define
                                && Walk.builds(define.body())
                                && !machine.found.wasCalled(define);
                if (builds) {
                    var define = (Statement.Define) statement;
                    var _ =
                            machine.call(
                                    new Function(define, kind.scope(), Optional.of(instance)),
                                    Arguments.NONE);
                }
            }
        }
    }
}
