package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.hdf.Hdf5;
import org.ganatelier.exchange.hdf.HdfArray;
import org.ganatelier.exchange.model.ImportException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the arrays of layers in a file of weights. */
interface WeightReader {
    /** A layer's arrays in Keras's order; empty where the file has none of it. */
    List<HdfArray> arrays(GraphNode node) throws ImportException;

    /** No weights at all. */
    WeightReader NONE = _ -> List.of();

    /** Of {@code model.weights.h5}: numbered, in groups named by classes. */
    static WeightReader ofArchive(Hdf5 file, KerasGraph graph) {
        Map<String, String> groups = graph.groups();
        return node -> {
            var arrays = new ArrayList<HdfArray>();
            String group = groups.get(node.name());
            if (group == null) {
                return List.of();
            }
            for (int i = 0; ; i++) {
                Optional<HdfArray> array = file.array("layers/" + group + "/vars/" + i);
                if (array.isEmpty()) {
                    return arrays;
                }
                arrays.add(array.get());
            }
        };
    }

    /** Of an {@code .h5} file: listed by their names. */
    static WeightReader ofH5(Hdf5 file) {
        return node -> {
            var arrays = new ArrayList<HdfArray>();
            String group = "model_weights/" + node.name();
            for (String name : file.texts(group, "weight_names").orElse(List.of())) {
                file.array(group + "/" + name).ifPresent(arrays::add);
            }
            return arrays;
        };
    }
}
