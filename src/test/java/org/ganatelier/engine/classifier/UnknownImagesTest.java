package org.ganatelier.engine.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Images;
import org.ganatelier.data.Sets;
import org.ganatelier.data.Split;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.network.Inference;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.measure.Scorer;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.quality.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;
import java.util.function.IntBinaryOperator;

/** The classifiers that ship with the program are silent about what is no digit and no clothes. */
class UnknownImagesTest {
    private static final int COUNT = 200;
    private static final int SIDE = 28;
    private static final int SIZE = SIDE * SIDE;

    /** Images by the brightness of their pixels: number of the image, number of the pixel. */
    private static Images images(IntBinaryOperator brightness) {
        var pixels = new byte[COUNT * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) brightness.applyAsInt(i / SIZE, i % SIZE);
        }
        return new Images(COUNT, new Shape.Image(SIDE, SIDE, 1), pixels);
    }

    private static BundledSet set(String name) {
        return name.equals("mnist") ? Sets.MNIST : Sets.FASHION;
    }

    private static Quality score(BundledSet set, Images images) throws Exception {
        try (Classifier classifier =
                new EngineClassifierTrainer().open(ClassifierFile.bundled(set.spec()))) {
            return new Scorer(classifier, Split.of(set).heldOut()).score(images).images();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mnist, noise",
        "mnist, dark noise",
        "mnist, grey",
        "mnist, black",
        "mnist, white",
        "mnist, stripes",
        "mnist, inverted",
        "fashion, noise",
        "fashion, dark noise",
        "fashion, grey",
        "fashion, black",
        "fashion, white",
        "fashion, stripes",
        "fashion, inverted"
    })
    void nothingIsSaidOf(String name, String what) throws Exception {
        BundledSet set = set(name);
        byte[] real = Split.of(set).heldOut().images().some(COUNT).pixels();
        var random = new Random(3);
        Images images =
                images(
                        switch (what) {
                            case "noise" -> (_, _) -> random.nextInt(256);
                            case "dark noise" -> (_, _) -> random.nextInt(40);
                            case "grey" -> (_, _) -> 128;
                            case "black" -> (_, _) -> 0;
                            case "white" -> (_, _) -> 255;
                            case "stripes" -> (_, p) -> p / SIDE / 2 % 2 * 255;
                            default -> (i, p) -> 255 - Byte.toUnsignedInt(real[i * SIZE + p]);
                        });
        Quality quality = score(set, images);
        assertThat(quality.coverage().known()).isZero();
        assertThat(quality.coverage().seen()).isZero();
        assertThat(quality.confidence()).isZero();
    }

    /** By each of two measures 1 of 200 real images is too far off; images learnt from too. */
    @ParameterizedTest
    @CsvSource({"mnist", "fashion"})
    void realImagesAreKnown(String name) throws Exception {
        Images real = Split.of(set(name)).training().images().some(1000);
        Quality quality = score(set(name), real);
        assertThat(quality.coverage().known()).isBetween(0.98, 1.0);
        assertThat(quality.coverage().seen()).isEqualTo(10);
    }

    /** After 20 steps all of these draw static, whatever the classifier would call it. */
    @ParameterizedTest
    @CsvSource({"d-wins", "too-fast", "digits"})
    void theStaticOfAYoungGeneratorIsNoDigit(String preset) throws Exception {
        Experiment experiment = Presets.load(preset);
        try (Game game = new Game(Nets.ready(experiment), Datasets.open(experiment.data()))) {
            for (int i = 0; i < 20; i++) {
                game.step(Turn.BOTH);
            }
            Images made =
                    Images.require(
                            Inference.samples(
                                    game.generator,
                                    experiment.data().shape(),
                                    GeneratorInput.sampled(experiment, COUNT, 1)));
            assertThat(score(Sets.MNIST, made).coverage().showsSomething()).isFalse();
        }
    }

    @Test
    void theClassifierItselfIsSureOfBlackImages() throws Exception {
        try (Classifier classifier =
                new EngineClassifierTrainer().open(ClassifierFile.bundled(Sets.MNIST.spec()))) {
            var seen = classifier.classify(images((_, _) -> 0));
            assertThat(seen.probability(0, seen.label(0))).isGreaterThan(0.99f);
        }
    }
}
