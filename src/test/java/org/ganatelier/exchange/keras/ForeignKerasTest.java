package org.ganatelier.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Configurations as other versions of Keras and other people write them. */
class ForeignKerasTest {
    private static final Activation LINEAR = new Activation.Linear();

    private static Imported read(String json) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return KerasReader.read(out.toByteArray());
    }

    private static Imported sequential(String... layers) throws Exception {
        return read(
                "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"d\",\"layers\":["
                        + String.join(",", layers)
                        + "]}}");
    }

    private static String layer(String type, String config) {
        return "{\"class_name\":\"%s\",\"config\":{%s}}".formatted(type, config);
    }

    private static List<Fact> facts(Imported imported) {
        return imported.remarks().stream().map(Remark::fact).toList();
    }

    /** Keras 2: no input layer, numbers once, old names. */
    @Test
    void theShapeMayStandInTheFirstLayer() throws Exception {
        Imported imported =
                sequential(
                        layer(
                                "Conv2D",
                                "\"name\":\"c\",\"batch_input_shape\":[null,28,28,1],\"filters\":64,"
                                    + "\"kernel_size\":[5,5],\"strides\":[2,2],"
                                    + "\"padding\":\"same\",\"activation\":\"relu\""),
                        layer(
                                "BatchNormalization",
                                "\"name\":\"b\",\"axis\":[3],\"momentum\":0.9,\"epsilon\":0.001"),
                        layer("LeakyReLU", "\"name\":\"l\",\"alpha\":0.2"),
                        layer(
                                "Activation",
                                "\"name\":\"a\",\"activation\":{\"class_name\":\"function\","
                                        + "\"config\":\"gelu\"}"));
        ImportedStack stack = imported.stacks().getFirst();
        assertThat(stack.input()).contains(new Shape.Image(28, 28, 1));
        assertThat(stack.layers())
                .containsExactly(
                        new Conv2D(64, 5, 2, Padding.SAME, true, new Activation.ReLU()),
                        new BatchNorm(0.9, 0.001, LINEAR),
                        new Activate(new Activation.LeakyReLU(0.2)),
                        new Activate(new Activation.GELU()));
        assertThat(stack.isTrained()).isFalse();
    }

    @Test
    void defaultsAreThoseOfKeras() throws Exception {
        Imported imported =
                sequential(
                        layer("Dense", "\"name\":\"x\",\"units\":3,\"activation\":\"leaky_relu\""),
                        layer("LeakyReLU", "\"name\":\"y\""),
                        layer("BatchNormalization", "\"name\":\"z\""));
        assertThat(imported.stacks().getFirst().layers())
                .containsExactly(
                        new Dense(3, true, new Activation.LeakyReLU(0.2)),
                        new Activate(new Activation.LeakyReLU(0.3)),
                        new BatchNorm(0.99, 0.001, LINEAR));
    }

    @Test
    void whatIsNotKnownOrCannotBeIsTold() throws Exception {
        Imported imported =
                sequential(
                        layer("InputLayer", "\"name\":\"i\",\"batch_shape\":[null,8,8,4]"),
                        layer("Conv2D", "\"name\":\"c\",\"filters\":4,\"kernel_size\":[3,5]"),
                        layer(
                                "Conv2D",
                                "\"name\":\"g\",\"filters\":4,\"kernel_size\":[3,3],\"groups\":2"),
                        layer("ReLU", "\"name\":\"r\",\"max_value\":6.0"),
                        layer("LSTM", "\"name\":\"s\",\"units\":3"),
                        layer(
                                "BatchNormalization",
                                "\"name\":\"b\",\"epsilon\":0.8,\"trainable\":false"));
        assertThat(facts(imported))
                .contains(
                        new Fact.Unable("Conv2D", "kernel_size", "[3,5]"),
                        new Fact.Unable("Conv2D", "groups", "2"),
                        new Fact.Unknown("LSTM"),
                        new Fact.EpsilonByPlace("BatchNormalization", 0.8),
                        new Fact.Frozen("BatchNormalization"))
                .anyMatch(
                        fact ->
                                fact instanceof Fact.Unable(String theirs, _, _)
                                        && theirs.equals("ReLU"));
        assertThat(imported.stacks().getFirst().layers())
                .containsExactly(new BatchNorm(0.99, 0.8, LINEAR));
    }

    @Test
    void anOpenSizeOfAReshapeIsWorkedOut() throws Exception {
        Imported imported =
                sequential(
                        layer("InputLayer", "\"name\":\"i\",\"batch_shape\":[null,98]"),
                        layer("Reshape", "\"name\":\"r\",\"target_shape\":[7,7,-1]"));
        assertThat(imported.stacks().getFirst().layers())
                .containsExactly(new Reshape(new Shape.Image(7, 7, 2)));
    }

    /** The conditional GAN of Keras-GAN: an embedding of the label times the noise. */
    @Test
    void theWayOfTheNoiseIsReadThroughAGraph() throws Exception {
        Imported imported =
                read(
                        """
                        {"class_name":"Model","config":{"name":"generator","layers":[
                        {"class_name":"InputLayer","name":"label","config":{"name":"label",
                         "batch_input_shape":[null,1]},"inbound_nodes":[]},
                        {"class_name":"Embedding","name":"e","config":{"name":"e","input_dim":10,
                         "output_dim":100},"inbound_nodes":[[["label",0,0,{}]]]},
                        {"class_name":"Flatten","name":"f","config":{"name":"f"},
                         "inbound_nodes":[[["e",0,0,{}]]]},
                        {"class_name":"InputLayer","name":"z","config":{"name":"z",
                         "batch_input_shape":[null,100]},"inbound_nodes":[]},
                        {"class_name":"Multiply","name":"m","config":{"name":"m"},
                         "inbound_nodes":[[["z",0,0,{}],["f",0,0,{}]]]},
                        {"class_name":"Dense","name":"d","config":{"name":"d","units":2,
                         "activation":"tanh"},"inbound_nodes":[[["m",0,0,{}]]]}],
                        "input_layers":[["z",0,0],["label",0,0]],"output_layers":[["d",0,0]]}}
                        """);
        ImportedStack stack = imported.stacks().getFirst();
        assertThat(stack.name()).isEqualTo("generator");
        assertThat(stack.input()).contains(new Shape.Flat(100));
        assertThat(stack.layers()).containsExactly(new Dense(2, true, new Activation.Tanh()));
        assertThat(facts(imported)).contains(new Fact.LabelsMultiplied("Multiply"));
        assertThat(imported.settings().conditioning())
                .isEqualTo(Optional.of(Conditioning.CHANNELS));
    }

    /** Keras 3.15 writes the only input and output without a list around them. */
    @Test
    void aGraphThatIsAChainIsRead() throws Exception {
        Imported imported =
                read(
                        """
                        {"module":"keras.src.models.functional","class_name":"Functional",
                        "config":{"name":"g","layers":[
                        {"module":"keras.layers","class_name":"InputLayer","name":"z",
                         "config":{"name":"z","batch_shape":[null,4],"dtype":"float32"},
                         "inbound_nodes":[]},
                        {"module":"keras.layers","class_name":"Dense","name":"d","config":{"name":"d",
                         "units":2,"use_bias":false,"dtype":{"class_name":"DTypePolicy",
                         "config":{"name":"float32"}}},"inbound_nodes":[{"args":[{"class_name":
                         "__keras_tensor__","config":{"shape":[null,4],"dtype":"float32",
                         "keras_history":["z",0,0]}}],"kwargs":{}}]}],
                        "input_layers":["z",0,0],"output_layers":["d",0,0]}}
                        """);
        assertThat(imported.stacks().getFirst().layers())
                .containsExactly(new Dense(2, false, LINEAR));
        assertThat(imported.stacks().getFirst().input()).contains(new Shape.Flat(4));
    }
}
