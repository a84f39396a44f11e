package org.ganatelier.exchange.keras;

import io.jhdf.api.WritableGroup;

import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Writes the older files of Keras, in the words of Keras 2, which Keras 3 and other programs read
 * as well.
 */
final class KerasH5 {
    /** Of the last Keras 2 whose words these are; readers ask for 1 or 2 in front. */
    static final String VERSION = "2.9.0";

    static final String BACKEND = "tensorflow";

    /** The library writes longer attributes so that nobody can read them, without an error. */
    private static final int MOST_BYTES = 50_000;

    private KerasH5() {}

    /** Whether the file can hold the model's configuration, which is one attribute. */
    static boolean canHold(KerasModel model) {
        return config(model).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static String config(KerasModel model) {
        return KerasConfig.MAPPER.writeValueAsString(KerasJson.of(model));
    }

    /** Writes a model of Keras 2 to a file, whole or not at all. */
    static void write(KerasModel model, Path file) throws IOException {
        byte[] bytes = bytes(model);
        SafeFile.write(file, out -> out.write(bytes));
    }

    /** What a file of a model of Keras 2 holds. */
    static byte[] bytes(KerasModel model) throws IOException {
        return HdfDraft.bytes(
                (hdf, draft) -> {
                    hdf.putAttribute("keras_version", VERSION);
                    hdf.putAttribute("backend", BACKEND);
                    hdf.putAttribute("model_config", config(model));
                    addWeights(model, hdf.putGroup("model_weights"), draft);
                });
    }

    /**
     * Writes the weights alone, of any model, for code that has built the same layers before it
     * reads them: they are found by their order.
     */
    static void writeWeights(KerasModel model, Path file) throws IOException {
        byte[] bytes =
                HdfDraft.bytes(
                        (hdf, draft) -> addWeights(model, hdf.putGroup("model_weights"), draft));
        SafeFile.write(file, out -> out.write(bytes));
    }

    private static void addWeights(KerasModel model, WritableGroup group, HdfDraft draft) {
        group.putAttribute("keras_version", VERSION);
        group.putAttribute("backend", BACKEND);
        var layers = new ArrayList<String>();
        for (KerasLayer layer : model.inKerasOrder()) {
            // An empty list of names cannot be written, and nobody asks for one.
            if (!layer.weights().isEmpty()) {
                layers.add(layer.name());
                add(layer, group, draft);
            }
        }
        if (!layers.isEmpty()) {
            group.putAttribute("layer_names", layers.toArray(String[]::new));
        }
    }

    private static void add(KerasLayer layer, WritableGroup group, HdfDraft draft) {
        String name = layer.name();
        WritableGroup outer = group.putGroup(name);
        WritableGroup inner = outer.putGroup(name);
        var names = new ArrayList<String>();
        for (KerasArray array : layer.weights()) {
            String dataset = array.name() + ":0";
            names.add(name + "/" + dataset);
            draft.put(inner, "model_weights/" + name + "/" + name, dataset, array);
        }
        outer.putAttribute("weight_names", names.toArray(String[]::new));
    }
}
