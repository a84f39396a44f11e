package org.ganatelier.exchange.keras;

import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import org.ganatelier.files.SafeFile;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes Keras 3's own files: a zip of the configuration and the weights. */
final class KerasArchive {
    /** A version whose readers and all later ones were tried. */
    private static final String VERSION = "3.3.3";

    private KerasArchive() {}

    /** Writes a model of Keras 3 to a file, whole or not at all. */
    static void write(KerasModel model, Path file) throws IOException {
        byte[] bytes = bytes(model);
        SafeFile.write(file, out -> out.write(bytes));
    }

    /** What a file of a model of Keras 3 holds. */
    static byte[] bytes(KerasModel model) throws IOException {
        byte[] weights = HdfDraft.bytes((hdf, draft) -> addWeights(model, hdf, draft));
        ObjectNode metadata = KerasConfig.MAPPER.createObjectNode();
        metadata.put("keras_version", VERSION);
        metadata.put("date_saved", "1980-01-01@00:00:00");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "metadata.json", bytes(metadata));
            put(zip, "config.json", bytes(KerasJson.of(model)));
            put(zip, "model.weights.h5", weights);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(ObjectNode node) {
        return KerasConfig.MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        // The same model gives the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Keras 3.3 to 3.5 look for the group of each layer, also of one without weights. */
    private static void addWeights(KerasModel model, WritableHdfFile file, HdfDraft draft) {
        WritableGroup layers = file.putGroup("layers");
        // The groups are named by classes, whatever the layers are called.
        var names = new KerasNames();
        for (KerasLayer layer : model.inKerasOrder()) {
            String name = names.next(layer.className());
            WritableGroup variables = layers.putGroup(name).putGroup("vars");
            for (int i = 0; i < layer.weights().size(); i++) {
                draft.put(
                        variables,
                        "layers/" + name + "/vars",
                        String.valueOf(i),
                        layer.weights().get(i));
            }
        }
        file.putGroup("vars");
        HdfDraft.end(file);
    }
}
