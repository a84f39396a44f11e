package org.ganatelier.exchange;

import org.ganatelier.exchange.dl4j.Dl4jWriter;
import org.ganatelier.exchange.keras.KerasWriter;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.onnx.OnnxWriter;
import org.ganatelier.exchange.pytorch.SafetensorsWriter;
import org.ganatelier.exchange.pytorch.TorchWriter;
import org.ganatelier.exchange.tensorflow.TensorFlowWriter;
import org.ganatelier.exchange.tfjs.TfjsWriter;
import org.ganatelier.train.StockModels;

import java.util.List;

/** All formats that models can be written in. */
public final class ModelWriters {
    private ModelWriters() {}

    /**
     * A writer for each, in the order in which they are offered.
     *
     * @param stock writes DL4J's own files
     */
    public static List<ModelWriter> all(StockModels stock) {
        return List.of(
                new KerasWriter(),
                new TorchWriter(),
                new TensorFlowWriter(),
                new OnnxWriter(),
                new TfjsWriter(),
                new SafetensorsWriter(),
                new Dl4jWriter(stock));
    }
}
