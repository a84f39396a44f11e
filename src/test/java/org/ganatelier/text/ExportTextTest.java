package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.Obstacle.Lack;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.plan.model.Problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What other frameworks get, and cannot express, is said in the window's language. */
final class ExportTextTest {
    private static final Place THIRD = new Place.Layer(Side.GENERATOR, 2);

    @Test
    void everyLackIsSaidInEveryLanguage() {
        Facts.requireSaid(
                Lack.class,
                List.of(
                        new Lack.Layer(new PixelShuffle(2)),
                        new Lack.Setting(new PixelShuffle(2), "factor"),
                        new Lack.Untrained(),
                        new Lack.Reordering(new Flatten())),
                (words, lack) ->
                        ExportText.say(words, new Obstacle(ModelFormat.KERAS, THIRD, lack)));
    }

    @Test
    void anObstacleSaysWhereItStandsAndWhatToChange() {
        var obstacle = new Obstacle(ModelFormat.DL4J, THIRD, new Lack.Layer(new PixelShuffle(2)));
        assertThat(ExportText.say(Words.english(), obstacle))
                .isEqualTo(
                        "Generator, layer 3: Deeplearning4j has no layer like PixelShuffle."
                                + " Put another layer in its place, or choose another format.");
    }

    @Test
    void everyPlaceIsSaid() {
        assertThat(
                        Stream.of(
                                        THIRD,
                                        new Place.Network(Side.DISCRIMINATOR),
                                        new Place.Settings())
                                .map(
                                        place ->
                                                new Obstacle(
                                                        ModelFormat.TFJS,
                                                        place,
                                                        new Lack.Layer(new Flatten())))
                                .map(obstacle -> ExportText.say(Words.english(), obstacle)))
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("Generator, layer 3: "),
                        said -> assertThat(said).startsWith("Discriminator: "),
                        said -> assertThat(said).startsWith("Experiment: "));
    }

    /** A format may name any field of a layer's record. */
    @Test
    void everyFieldOfEveryLayerHasAName() {
        for (Kind<LayerSpec> kind : LayerSpec.kinds()) {
            for (Kind.Field field : kind.fields()) {
                var lack = new Lack.Setting(kind.usual(), field.name());
                assertThat(
                                ExportText.say(
                                        Words.english(),
                                        new Obstacle(ModelFormat.ONNX, THIRD, lack)))
                        .contains(kind.usual().title());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void everyFormatIsExplainedInOneSentence(Language language) {
        assertThat(Arrays.stream(ModelFormat.values()))
                .extracting(format -> ExportText.meaning(Words.of(language), format))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith(".") && sentence.indexOf(". ") < 0);
    }
}
