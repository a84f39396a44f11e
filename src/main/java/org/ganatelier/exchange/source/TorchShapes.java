package org.ganatelier.exchange.source;

import org.ganatelier.exchange.source.Given.UnableException;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Reshape;

import java.util.List;
import java.util.Optional;

/** What changes shapes in PyTorch: layers and methods. Channels come first there. */
final class TorchShapes {
    private TorchShapes() {}

    static Optional<List<LayerSpec>> read(Given given) throws UnableException {
        return switch (given.call().name()) {
            case "Flatten" -> {
                given.only("start_dim", 0, 1);
                yield Optional.of(List.of(new Flatten()));
            }
            case "flatten" -> Optional.of(List.of(new Flatten()));
            case "Unflatten" -> {
                given.only("dim", 0, 1);
                Value size = given.get("unflattened_size", 1).orElse(Value.Unknown.VALUE);
                yield Optional.of(
                        List.of(reshape(given, Sizes.of(size.items().orElse(List.of())))));
            }
            case "unflatten" -> {
                List<Value> all = given.call().arguments().placed();
                Value size = all.isEmpty() ? Value.Unknown.VALUE : all.getLast();
                yield Optional.of(
                        List.of(reshape(given, Sizes.of(size.items().orElse(List.of())))));
            }
            // An axis of length 1: a vector stays a vector.
            case "squeeze" -> Optional.of(List.of(new Flatten()));
            case "unsqueeze" -> Optional.of(List.of());
            default -> Optional.of(viewed(given));
        };
    }

    /** {@code view(batch, ...)}: what stands behind the batch is the sample. */
    private static List<LayerSpec> viewed(Given given) throws UnableException {
        List<Value> all = given.call().arguments().placed();
        List<Value> plain = all.stream().filter(value -> !(value instanceof Value.Tensor)).toList();
        List<Integer> sizes =
                Sizes.of(plain.size() == 1 ? plain.getFirst().items().orElse(plain) : plain);
        List<Integer> sample = sizes.isEmpty() ? sizes : sizes.subList(1, sizes.size());
        if (sample.size() <= 1) {
            return List.of(new Flatten());
        }
        return List.of(reshape(given, sample));
    }

    private static Reshape reshape(Given given, List<Integer> sizes) throws UnableException {
        return new Reshape(
                Sizes.channelsFirst(sizes).orElseThrow(() -> given.unable("shape", items(sizes))));
    }

    private static Value items(List<Integer> sizes) {
        return Value.Items.of(
                sizes.stream().<Value>map(size -> Value.number((double) size)).toList());
    }
}
