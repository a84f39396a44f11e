package org.ganatelier.exchange;

import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.onnx.OnnxWriter;
import org.ganatelier.exchange.pytorch.SafetensorsWriter;
import org.ganatelier.exchange.pytorch.TorchWriter;

import java.util.List;

/** All formats that models can be written in. */
public final class ModelWriters {
    private ModelWriters() {}

    /** A writer for each, in the order in which they are offered. */
    public static List<ModelWriter> all() {
        return List.of(new TorchWriter(), new OnnxWriter(), new SafetensorsWriter());
    }
}
