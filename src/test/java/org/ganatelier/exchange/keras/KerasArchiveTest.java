package org.ganatelier.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.keras.KerasMath.Tensor;
import org.ganatelier.exchange.model.ImageOrder;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** {@code .keras} files read by an evaluator of our own that goes by Keras's definitions. */
class KerasArchiveTest {
    /** Both round to float32, in sums of up to some thousand terms. */
    private static final double MOST = 1e-5;

    private static double largest;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @AfterAll
    static void tell() {
        System.out.println(".keras by Keras's definitions: largest difference " + largest);
    }

    static Stream<LayerZoo.Case> zoo() {
        return LayerZoo.all();
    }

    static List<String> presets() {
        return Presets.names().stream().filter(name -> !name.equals("article")).toList();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void aLayerComputesInKerasWhatItComputesHere(LayerZoo.Case example) throws Exception {
        compare(TestNetwork.of(example.input(), example.net()));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void bothNetworksOfAPresetComputeTheSame(String preset) throws Exception {
        for (Side side : Side.values()) {
            compare(TestNetwork.of(Presets.load(preset), side, 4));
        }
    }

    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void labelsReachBothNetworksInEachWay(Conditioning conditioning) throws Exception {
        Experiment digits = Presets.load("digits-conditional").withConditioning(conditioning);
        for (Side side : Side.values()) {
            compare(TestNetwork.of(digits, side, 4));
        }
    }

    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void minibatchDeviationIsWrittenInOperations(Conditioning conditioning) throws Exception {
        Experiment digits =
                Presets.load("digits-conditional")
                        .withConditioning(conditioning)
                        .withNetwork(
                                Side.DISCRIMINATOR,
                                net -> net.withInserted(1, new MinibatchStdDev(2)));
        compare(TestNetwork.of(digits, Side.DISCRIMINATOR, 6));
    }

    @Test
    void minibatchDeviationOfAVectorComesBehindItsValues() throws Exception {
        compare(
                TestNetwork.of(
                        new Shape.Image(2, 3, 4),
                        new Flatten(),
                        new MinibatchStdDev(3),
                        new Dense(2, true, new Activation.Tanh())));
    }

    private void compare(TestNetwork test) throws Exception {
        assertThat(KerasObstacles.of(test.network(), KerasDialect.KERAS_3, ModelFormat.KERAS))
                .isEmpty();
        var keras =
                new KerasEvaluator(
                        KerasArchive.bytes(KerasModel.of(test.network(), KerasDialect.KERAS_3)));
        var inputs = new HashMap<String, Tensor>();
        Shape shape = test.network().inputWithoutLabel();
        inputs.put(keras.inputNames().getFirst(), tensor(test, shape));
        if (test.labels().length > 0) {
            assertThat(keras.inputNames()).hasSize(2).endsWith("label");
            inputs.put("label", oneHot(test.labels(), test.network().plan().labels().classes()));
        }
        Tensor output = keras.compute(inputs);
        Shape made = test.outputShape();
        float[] ours = ImageOrder.CHANNELS_LAST.ordered(test.output(), made);
        assertThat(output.shape())
                .endsWith(
                        ImageOrder.CHANNELS_LAST.dimensions(made).stream()
                                .mapToInt(i -> i)
                                .toArray());
        var theirs = new float[output.data().length];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = (float) output.data()[i];
        }
        double difference = TestNetwork.difference(ours, theirs);
        largest = Math.max(largest, difference);
        assertThat(difference).isCloseTo(0, within(MOST));
    }

    private static Tensor tensor(TestNetwork test, Shape shape) {
        float[] values = ImageOrder.CHANNELS_LAST.ordered(test.input(), shape);
        int[] sizes =
                ImageOrder.CHANNELS_LAST.dimensions(shape).stream().mapToInt(i -> i).toArray();
        int[] all = new int[sizes.length + 1];
        all[0] = test.batch();
        System.arraycopy(sizes, 0, all, 1, sizes.length);
        Tensor tensor = Tensor.of(all);
        Arrays.setAll(tensor.data(), i -> values[i]);
        return tensor;
    }

    private static Tensor oneHot(byte[] labels, int classes) {
        Tensor tensor = Tensor.of(labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            tensor.data()[i * classes + labels[i]] = 1;
        }
        return tensor;
    }
}
