package org.ganatelier.exchange.pytorch;

import java.util.List;
import java.util.Optional;

/** What a file of weights holds, in its order. */
public record NamedTensors(List<NamedTensor> tensors) {
    public NamedTensors {
        tensors = List.copyOf(tensors);
    }

    /** The tensor of that name, if there is one. */
    public Optional<NamedTensor> tensor(String name) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }

    /** Those whose names begin so, without that beginning. */
    public NamedTensors under(String prefix) {
        return new NamedTensors(
                tensors.stream()
                        .filter(tensor -> tensor.name().startsWith(prefix))
                        .map(
                                tensor ->
                                        new NamedTensor(
                                                tensor.name().substring(prefix.length()),
                                                tensor.shape(),
                                                tensor.values()))
                        .toList());
    }
}
