package org.ganatelier.exchange.model;

import java.util.Arrays;
import java.util.Optional;

/** Another framework's way to keep a model. */
public enum ModelFormat {
    /** Keras 3: {@code .keras} and legacy {@code .h5} files. */
    KERAS("keras", "Keras", ImageOrder.CHANNELS_LAST, true),
    /** PyTorch: state dictionaries as {@code .pt} and {@code .safetensors}. */
    PYTORCH("pytorch", "PyTorch", ImageOrder.CHANNELS_FIRST, true),
    /** TensorFlow 2: a loop with {@code GradientTape}; weights as Keras's {@code .h5}. */
    TENSORFLOW("tensorflow", "TensorFlow", ImageOrder.CHANNELS_LAST, true),
    /** ONNX graphs, for any runtime that reads them. */
    ONNX("onnx", "ONNX", ImageOrder.CHANNELS_FIRST, false),
    /** Layers models of TensorFlow.js. */
    TFJS("tfjs", "TensorFlow.js", ImageOrder.CHANNELS_LAST, false),
    /** Bare weights, named as in PyTorch. */
    SAFETENSORS("safetensors", "safetensors", ImageOrder.CHANNELS_FIRST, false),
    /** Deeplearning4j's own zip, of its own layers. */
    DL4J("dl4j", "Deeplearning4j", ImageOrder.CHANNELS_FIRST, false);

    private final String id;
    private final String title;
    private final ImageOrder imageOrder;
    private final boolean trains;

    ModelFormat(String id, String title, ImageOrder imageOrder, boolean trains) {
        this.id = id;
        this.title = title;
        this.imageOrder = imageOrder;
        this.trains = trains;
    }

    /** On the command line. */
    public String id() {
        return id;
    }

    /** Its name, the same in every language. */
    public String title() {
        return title;
    }

    /** How its images lie in memory. */
    public ImageOrder imageOrder() {
        return imageOrder;
    }

    /** Whether it is written with code that trains, for which the data must lie beside it. */
    public boolean trains() {
        return trains;
    }

    /** The format of that id. */
    public static Optional<ModelFormat> ofId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }
}
