package org.ganatelier.exchange.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Shape;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;

/** ONNX Runtime, another program's reader, with one of our models. */
final class OnnxRuntime implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final PortableNetwork network;

    OnnxRuntime(PortableNetwork network) throws OrtException {
        this(network, NetworkGraph.of(network).toByteArray());
    }

    OnnxRuntime(PortableNetwork network, byte[] model) throws OrtException {
        this.network = network;
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        session = environment.createSession(model, options);
    }

    /** What it makes of samples. */
    float[] compute(float[] samples, byte[] labels) throws OrtException {
        Shape sample = network.inputWithoutLabel();
        int batch = samples.length / (int) sample.size();
        var inputs = new HashMap<String, OnnxTensor>();
        String first =
                switch (network.side()) {
                    case GENERATOR -> "z";
                    case DISCRIMINATOR -> "image";
                };
        inputs.put(
                first,
                OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(samples), dimensions(batch, sample)));
        if (labels.length > 0) {
            var wide = new long[batch];
            for (int i = 0; i < batch; i++) {
                wide[i] = Byte.toUnsignedInt(labels[i]);
            }
            inputs.put(
                    "label",
                    OnnxTensor.createTensor(
                            environment, LongBuffer.wrap(wide), new long[] {batch}));
        }
        try (OrtSession.Result result = session.run(inputs)) {
            var output = (OnnxTensor) result.get("output").orElseThrow();
            var values = new float[output.getFloatBuffer().remaining()];
            output.getFloatBuffer().get(values);
            return values;
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static long[] dimensions(int batch, Shape sample) {
        return switch (sample) {
            case Shape.Flat(int units) -> new long[] {batch, units};
            case Shape.Image(int height, int width, int channels) ->
                    new long[] {batch, channels, height, width};
        };
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
