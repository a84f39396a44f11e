package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.PlayerNames;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.exchange.source.Value.Function;
import org.ganatelier.exchange.source.Value.Instance;
import org.ganatelier.exchange.source.Value.Stack;
import org.ganatelier.exchange.source.Value.Tensor;
import org.ganatelier.experiment.basics.Side;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The networks among all that code has built: what is a part of another is none. */
final class Networks {
    private static final int DEEPEST = 12;
    private static final int MOST_LAYERS = 1000;
    private static final Set<String> LABELS =
            Set.of("label", "labels", "y", "c", "classes", "code");

    private final Machine machine;
    private final Map<Instance, Optional<Trunk.Way>> ways = new HashMap<>();

    Networks(Machine machine) {
        this.machine = machine;
    }

    /**
     * A network.
     *
     * @param names what it is called, first names first
     * @param calls its layers
     * @param trunk how they were found
     */
    record Network(List<String> names, List<LayerCall> calls, Trunk trunk) {
        Optional<LayerCall> input() {
            return trunk.inputs();
        }

        Optional<Side> role() {
            return PlayerNames.of(names);
        }
    }

    /** All networks, in the order in which they were made. */
    List<Network> all() {
        List<Value> candidates = new ArrayList<>(machine.found.stacks());
        for (Instance instance : List.copyOf(machine.found.instances())) {
            if (way(instance).isPresent()) {
                candidates.add(instance);
            }
        }
        Map<Value, Integer> uses = new HashMap<>();
        candidates.forEach(each -> parts(each).forEach(part -> uses.merge(part, 1, Integer::sum)));
        var networks = new ArrayList<Value>();
        for (Value candidate : candidates) {
            if (!uses.containsKey(candidate)) {
                networks.addAll(apart(candidate));
            }
        }
        return networks.stream()
                .distinct()
                .map(this::network)
                .filter(n -> !n.calls.isEmpty())
                .toList();
    }

    /** A network itself; of one that is G and D in a row, both. */
    private List<Value> apart(Value candidate) {
        List<Value> parts = parts(candidate);
        List<Value> players =
                parts.stream().filter(part -> PlayerNames.of(names(part)).isPresent()).toList();
        boolean both =
                players.size() >= 2
                        && PlayerNames.of(names(players.getLast()))
                                .equals(Optional.of(Side.DISCRIMINATOR));
        if (!both) {
            return List.of(candidate);
        }
        List<String> names = names(candidate);
        machine.found.remark(
                line(candidate), new Remark.Fact.Combined(names.isEmpty() ? "" : names.getFirst()));
        return players;
    }

    private static int line(Value value) {
        return value instanceof Stack stack
                ? stack.line()
                : value instanceof Instance instance ? instance.kind().of().line() : 1;
    }

    /** The stacks and objects that stand in one. */
    private List<Value> parts(Value whole) {
        return pieces(whole).stream()
                .filter(piece -> piece instanceof Stack || piece instanceof Instance)
                .toList();
    }

    private List<Value> pieces(Value whole) {
        return switch (whole) {
            case Stack stack -> stack.pieces();
            case Instance instance -> way(instance).map(Trunk.Way::pieces).orElse(List.of());
            case Value.Num _,
                    Value.Text _,
                    Value.Truth _,
                    Value.Nothing _,
                    Value.Items _,
                    Value.Path _,
                    Function _,
                    Value.Kind _,
                    Value.Layer _,
                    Tensor _,
                    Value.Unknown _ ->
                    List.of();
        };
    }

    static List<String> names(Value network) {
        return switch (network) {
            case Stack stack -> stack.names().all();
            case Instance instance -> {
                var names = new ArrayList<String>(List.of(instance.kind().of().name()));
                names.addAll(instance.names().all());
                yield names;
            }
            case Value.Num _,
                    Value.Text _,
                    Value.Truth _,
                    Value.Nothing _,
                    Value.Items _,
                    Value.Path _,
                    Function _,
                    Value.Kind _,
                    Value.Layer _,
                    Tensor _,
                    Value.Unknown _ ->
                    List.of();
        };
    }

    private Network network(Value whole) {
        var content = new Content();
        collect(whole, content, 0);
        return new Network(names(whole), content.calls, new Trunk(content.input, content.merges));
    }

    /** What was found in a network so far. */
    private static final class Content {
        private final List<LayerCall> calls = new ArrayList<>();
        private final List<Trunk.Merge> merges = new ArrayList<>();
        private Optional<LayerCall> input = Optional.empty();

        void add(Trunk trunk) {
            input = input.or(trunk::inputs);
            merges.addAll(trunk.merges());
        }
    }

    private void collect(Value piece, Content content, int depth) {
        if (depth > DEEPEST || content.calls.size() > MOST_LAYERS) {
            throw new Halt();
        }
        switch (piece) {
            case Value.Layer(LayerCall call) -> content.calls.add(call);
            case Stack stack -> {
                content.add(stack.trunk());
                stack.pieces().forEach(each -> collect(each, content, depth + 1));
            }
            case Instance instance -> {
                way(instance).ifPresent(found -> content.add(found.trunk()));
                pieces(instance).forEach(each -> collect(each, content, depth + 1));
            }
            case Tensor tensor -> content.input = content.input.or(tensor::input);
            case Value.Path _,
                    Value.Kind _,
                    Function _,
                    Value.Num _,
                    Value.Text _,
                    Value.Truth _,
                    Value.Nothing _,
                    Value.Items _,
                    Value.Unknown _ -> {}
        }
    }

    /** What goes through an object's layers. */
    private Optional<Trunk.Way> way(Instance instance) {
        Optional<Trunk.Way> known = ways.get(instance);
        if (known != null) {
            return known;
        }
        // Until it is known: an object may not go through itself.
        ways.put(instance, Optional.empty());
        Value.Kind kind = instance.kind();
        Optional<Statement.Define> forward = kind.method("forward").or(() -> kind.method("call"));
        if (forward.isEmpty()) {
            return Optional.empty();
        }
        var inputs = new ArrayList<Value>();
        for (Statement.Parameter parameter : forward.get().parameters()) {
            boolean self = inputs.isEmpty() && parameter.name().equals("self");
            if (!self && parameter.usual().isEmpty()) {
                inputs.add(Tensor.input(Optional.empty(), LABELS.contains(parameter.name())));
            }
        }
        Value end =
                machine.call(
                        new Function(forward.get(), kind.scope(), Optional.of(instance)),
                        new Arguments(inputs, Map.of()));
        Optional<Trunk.Way> way = Calls.tensors(List.of(end)).stream().findFirst().map(Trunk::to);
        ways.put(instance, way);
        return way;
    }
}
