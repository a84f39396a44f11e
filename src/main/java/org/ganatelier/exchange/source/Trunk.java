package org.ganatelier.exchange.source;

import org.ganatelier.exchange.source.Value.Tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found on the longest way through a functional model.
 *
 * @param inputs the input that it begins with, if it says anything
 * @param merges where several things came together
 */
record Trunk(Optional<LayerCall> inputs, List<Merge> merges) {
    static final Trunk NONE = new Trunk(Optional.empty(), List.of());

    Trunk {
        merges = List.copyOf(merges);
    }

    /**
     * Several things that came together.
     *
     * @param labels whether one of them was made of labels
     */
    record Merge(LayerCall call, boolean labels) {}

    /** The way and what is on it, first layer first. */
    record Way(List<Value> pieces, Trunk trunk) {}

    static Way to(Tensor end) {
        var pieces = new ArrayList<Value>();
        var merges = new ArrayList<Merge>();
        Tensor now = end;
        while (now.piece().isPresent()) {
            Value piece = now.piece().get();
            if (now.from().size() > 1 && piece instanceof Value.Layer(LayerCall call)) {
                merges.add(new Merge(call, now.from().stream().anyMatch(Tensor::label)));
            } else {
                pieces.add(piece);
            }
            if (now.from().isEmpty()) {
                break;
            }
            now =
                    now.from().stream()
                            .max(
                                    Comparator.comparing((Tensor each) -> !each.label())
                                            .thenComparingInt(Tensor::length))
                            .orElseThrow();
        }
        return new Way(pieces.reversed(), new Trunk(now.input(), merges.reversed()));
    }
}
