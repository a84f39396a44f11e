package org.ganatelier.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

final class LayerFieldsTest {
    private static final Words WORDS = Words.english();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);

    /** One of each layer. */
    static List<LayerSpec> layers() {
        return List.of(
                new Dense(10, true, LEAKY),
                new Conv2D(16, 4, 2, Padding.SAME, false, LEAKY),
                new Conv2DTranspose(16, 4, 2, Padding.SAME, true, new Activation.Tanh()),
                new UpSampling2D(2),
                new PixelShuffle(2),
                new MinibatchStdDev(4),
                new BatchNorm(0.9, 1e-5, LEAKY),
                new LayerNorm(1e-5, new Activation.ReLU()),
                new Activate(LEAKY),
                new Dropout(0.3),
                new GaussianNoise(0.1),
                new Reshape(new Shape.Image(7, 7, 32)),
                new Flatten(),
                new DepthwiseConv2D(2, 3, 1, Padding.SAME, true, LEAKY),
                new SeparableConv2D(9, 2, 3, 1, Padding.SAME, true, LEAKY),
                new MaxPool(2, 2, Padding.VALID),
                new AveragePool(3, 1, Padding.SAME),
                new ZeroPadding2D(1, 0, 3, 2),
                new Cropping2D(1, 0, 3, 2),
                new GlobalMaxPool(),
                new PReLU(),
                new GlobalAveragePool());
    }

    @Test
    void noLayerIsForgotten() {
        assertThat(layers().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(LayerSpec.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyComponentOfALayerHasAField(LayerSpec layer) {
        boolean leaky = layer.toString().contains("LeakyReLU");
        assertThat(LayerFields.of(layer, WORDS))
                .hasSize(layer.getClass().getRecordComponents().length + (leaky ? 1 : 0));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void whatAFieldShowsGivesTheSameLayerAgain(LayerSpec layer) {
        for (Field<LayerSpec> field : LayerFields.of(layer, WORDS)) {
            switch (field) {
                case Field.Text<LayerSpec> text ->
                        assertThat(text.parse().apply(text.text())).isEqualTo(layer);
                case Field.Choice<LayerSpec> choice ->
                        assertThat(choice.now().result()).isEqualTo(layer);
                case Field.Flag<LayerSpec> flag -> assertThat(flag.toggled()).isNotEqualTo(layer);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void anEditChangesOneValueAndNoOther(LayerSpec layer) throws Exception {
        for (Field<LayerSpec> field : LayerFields.of(layer, WORDS)) {
            for (LayerSpec edited : edits(field)) {
                assertThat(edited).hasSameClassAs(layer);
                assertThat(differences(layer, edited)).as(field.caption().label()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyFieldIsExplainedInASentence(LayerSpec layer) {
        assertThat(LayerFields.of(layer, WORDS))
                .allSatisfy(field -> assertThat(field.caption().hint()).endsWith("."))
                .allSatisfy(field -> assertThat(field.caption().name()).isNotEmpty());
    }

    @Test
    void theFirstFieldsChangeWhatTheySay() {
        var conv = new Conv2D(16, 4, 2, Padding.SAME, true, LEAKY);
        assertThat(text(conv, "Filters").parse().apply("32"))
                .isEqualTo(new Conv2D(32, 4, 2, Padding.SAME, true, LEAKY));
        assertThat(text(conv, "Kernel").parse().apply("5"))
                .isEqualTo(new Conv2D(16, 5, 2, Padding.SAME, true, LEAKY));
        assertThat(text(conv, "Stride").parse().apply("1"))
                .isEqualTo(new Conv2D(16, 4, 1, Padding.SAME, true, LEAKY));
        assertThat(text(conv, "Slope").parse().apply("0.3"))
                .isEqualTo(new Conv2D(16, 4, 2, Padding.SAME, true, new Activation.LeakyReLU(0.3)));
    }

    @Test
    void explicitPaddingHasAFieldForItsPixels() {
        var same = new Conv2D(16, 4, 2, Padding.SAME, true, LEAKY);
        var counted = new Conv2D(16, 4, 2, new Padding.Explicit(1), true, LEAKY);
        var choice = (Field.Choice<LayerSpec>) field(same, "Padding");
        assertThat(choice.options().stream().map(Field.Option::title))
                .containsExactly("same", "valid", "explicit");
        assertThat(choice.options().getLast().result()).isEqualTo(counted);
        assertThat(text(counted, "Pixels").parse().apply("2"))
                .isEqualTo(new Conv2D(16, 4, 2, new Padding.Explicit(2), true, LEAKY));
    }

    @Test
    void anotherActivationIsChosenByName() {
        var choice =
                (Field.Choice<LayerSpec>)
                        LayerFields.of(new Activate(new Activation.LeakyReLU(0.1)), WORDS)
                                .getFirst();
        assertThat(choice.options().stream().map(Field.Option::title))
                .containsExactly(
                        "linear",
                        "ReLU",
                        "LeakyReLU",
                        "ELU",
                        "SELU",
                        "GELU",
                        "tanh",
                        "sigmoid",
                        "softplus",
                        "swish");
        assertThat(choice.now().title()).isEqualTo("LeakyReLU");
        assertThat(choice.options().get(6).result()).isEqualTo(new Activate(new Activation.Tanh()));
    }

    @Test
    void aValueOutsideItsRangeIsRefusedInTheLayersWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(new Dropout(0.3), "Rate").parse().apply("1"))
                .satisfies(
                        wrong ->
                                assertThat(ValueText.say(WORDS, wrong))
                                        .isEqualTo(
                                                "Dropout’s rate must be at least 0 and below 1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(new Activate(LEAKY), "Slope").parse().apply("-0.1"))
                .satisfies(
                        wrong ->
                                assertThat(ValueText.say(WORDS, wrong))
                                        .isEqualTo(
                                                "LeakyReLU’s slope must be at least 0 and below"
                                                        + " 1"));
    }

    private static Field.Text<LayerSpec> text(LayerSpec layer, String label) {
        return (Field.Text<LayerSpec>) field(layer, label);
    }

    private static Field<LayerSpec> field(LayerSpec layer, String label) {
        return LayerFields.of(layer, WORDS).stream()
                .filter(field -> field.caption().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** All that a field can make of its layer, of texts one that suits any field. */
    private static List<LayerSpec> edits(Field<LayerSpec> field) {
        return switch (field) {
            case Field.Text<LayerSpec> text -> List.of(text.parse().apply(other(text)));
            case Field.Choice<LayerSpec> choice ->
                    choice.options().stream()
                            .filter(option -> !option.equals(choice.now()))
                            .map(Field.Option::result)
                            .toList();
            case Field.Flag<LayerSpec> flag -> List.of(flag.toggled());
        };
    }

    private static String other(Field.Text<LayerSpec> text) {
        return text.text().contains(".") || text.text().contains("e-") ? "0.25" : "12";
    }

    private static long differences(LayerSpec a, LayerSpec b) throws Exception {
        var components = Arrays.asList(a.getClass().getRecordComponents());
        long differences = 0;
        for (var component : components) {
            var read = component.getAccessor();
            if (!Stream.of(read.invoke(a)).toList().equals(Stream.of(read.invoke(b)).toList())) {
                differences++;
            }
        }
        return differences;
    }
}
