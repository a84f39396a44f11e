package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.DataProblem;
import org.ganatelier.data.DataProblem.Content;
import org.ganatelier.data.DataProblem.Kind;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** What is wrong with data is said with its file and its numbers. */
final class DataTextTest {
    private static final Path FILE = Path.of("digits.idx");
    private static final Content IMAGES = new Content.OfImages(30_000, 28, 28);

    private static void assertSaid(DataProblem problem, String sentence) {
        assertThat(DataText.say(Words.english(), problem)).isEqualTo(sentence);
    }

    @Test
    void everyProblemIsSaidInEveryLanguage() {
        Facts.requireSaid(
                DataProblem.class,
                List.of(
                        new DataProblem.NoSuchFile(FILE),
                        new DataProblem.IsFolder(FILE),
                        new DataProblem.IsDevice(FILE),
                        new DataProblem.Unreadable(FILE),
                        new DataProblem.Empty(FILE),
                        new DataProblem.HeaderCut(FILE),
                        new DataProblem.BadCompression(FILE),
                        new DataProblem.OtherKind(FILE, Kind.LABELS, Kind.IMAGES),
                        new DataProblem.OtherKind(FILE, Kind.IMAGES, Kind.LABELS),
                        new DataProblem.NotIdx(FILE, Kind.IMAGES, 0x89504e47, 0x803),
                        new DataProblem.NoImages(FILE),
                        new DataProblem.ImpossibleSides(FILE, 28, 4096, 1024),
                        new DataProblem.TooMuch(FILE, new Content.OfLabels(1L << 32), 4096, 256),
                        new DataProblem.EndsEarly(FILE, IMAGES, 1000, 23_520_000),
                        new DataProblem.TooLong(FILE, IMAGES),
                        new DataProblem.OtherShape(
                                FILE, new Shape.Image(28, 28, 1), new Shape.Image(32, 32, 1)),
                        new DataProblem.CountsDiffer(Path.of("labels"), 1, FILE, 30_000),
                        new DataProblem.NotNumpy(FILE),
                        new DataProblem.NumpyHeaderTooLong(FILE),
                        new DataProblem.NotBytes(FILE),
                        new DataProblem.NotImages(FILE),
                        new DataProblem.NumpyTooLarge(FILE, 300, 256),
                        new DataProblem.NumpyCut(FILE),
                        new DataProblem.NumpyTooLong(FILE),
                        new DataProblem.Unforeseen(Sets.MNIST.spec(), "java.lang.Error")),
                DataText::say);
    }

    @Test
    void missingPixelsAreCounted() {
        assertSaid(
                new DataProblem.EndsEarly(FILE, IMAGES, 1000, 23_520_000),
                "digits.idx ends too early: it promises 30,000 images of 28×28, and 1,000 of their"
                        + " 23,520,000 bytes are missing.");
    }

    @Test
    void labelsAreNotTakenForImages() {
        assertSaid(
                new DataProblem.OtherKind(FILE, Kind.LABELS, Kind.IMAGES),
                "digits.idx holds labels, where a file of images is needed.");
        assertSaid(
                new DataProblem.OtherKind(FILE, Kind.IMAGES, Kind.LABELS),
                "digits.idx holds images, where a file of labels is needed.");
    }

    @Test
    void theStartOfAnotherKindOfFileIsShownAsHexDumpsDo() {
        assertSaid(
                new DataProblem.NotIdx(FILE, Kind.IMAGES, 0x89504e47, 0x803),
                "digits.idx is not an IDX file of images: it starts with 89504e47 instead of"
                        + " 00000803.");
    }

    @Test
    void absurdSizesAreSaidInFull() {
        assertSaid(
                new DataProblem.ImpossibleSides(FILE, 28, 4_294_967_295L, 1024),
                "digits.idx says that its images are 28×4,294,967,295; sides must be between 1 and"
                        + " 1,024 pixels.");
        assertSaid(
                new DataProblem.TooMuch(
                        FILE, new Content.OfImages(4_294_967_295L, 28, 28), 3_211_263, 256),
                "digits.idx says that it holds 4,294,967,295 images of 28×28, 3,211,263 MB; at most"
                        + " 256 MB can be read.");
    }

    @Test
    void bothFilesAreNamedWhereTheirCountsDiffer() {
        assertSaid(
                new DataProblem.CountsDiffer(Path.of("labels.idx"), 29_999, FILE, 30_000),
                "labels.idx holds 29,999 labels for the 30,000 images of digits.idx: there must be"
                        + " one for each.");
    }

    @Test
    void anArrayOfOtherValuesComesWithWhatToSaveInstead() {
        assertSaid(
                new DataProblem.NotBytes(FILE),
                "digits.idx must hold unsigned bytes in C order: save images.astype('uint8').");
    }
}
