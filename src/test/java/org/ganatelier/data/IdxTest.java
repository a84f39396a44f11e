package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads the bundled digits as files of one's own, whole and damaged. */
final class IdxTest {
    private static final String IMAGES = "mnist-30000-images-idx3-ubyte.gz";
    private static final String LABELS = "mnist-30000-labels-idx1-ubyte.gz";

    @TempDir private static Path folder;
    private static byte[] packedImages = {};
    private static byte[] images = {};
    private static byte[] labels = {};

    @BeforeAll
    static void readTheRealFiles() throws IOException {
        packedImages = resource(IMAGES);
        images = unpacked(packedImages);
        labels = unpacked(resource(LABELS));
    }

    @Test
    void filesAreReadCompressedOrNotWhateverTheirName() throws IOException {
        Path packed = file("digits.idx", packedImages);
        Path plain = file("digits.gz", images);
        Images expected = Sets.MNIST.open().images();
        assertThat(Idx.readImages(packed).pixels()).isEqualTo(expected.pixels());
        assertThat(Idx.readImages(plain).pixels()).isEqualTo(expected.pixels());
    }

    @Test
    void aChoiceIsDescribedAndOpened() throws IOException {
        Path ofImages = file("images", images);
        Path ofLabels = file("labels", labels);
        DataSpec.IdxFiles spec = Datasets.describe(ofImages, Optional.of(ofLabels));
        assertThat(spec)
                .isEqualTo(
                        new DataSpec.IdxFiles(
                                ofImages, Optional.of(ofLabels), new Shape.Image(28, 28, 1)));
        Dataset set = Datasets.open(spec);
        assertThat(set.size()).isEqualTo(30_000);
        assertThat(set.labels().orElseThrow()).startsWith(5, 0, 4);
        assertThat(Datasets.open(Datasets.describe(ofImages, Optional.empty())).labels()).isEmpty();
    }

    @Test
    void writtenImagesAreReadBack() throws IOException {
        var written =
                new Images(
                        2,
                        new Shape.Image(2, 3, 1),
                        new byte[] {1, 2, 3, 4, 5, 6, -1, 0, 9, 8, 7, 6});
        Path file = folder.resolve("written.idx.gz");
        Idx.writeImages(written, file);
        assertThat(unpacked(Files.readAllBytes(file))).startsWith(0, 0, 8, 3, 0, 0, 0, 2);
        Images read = Idx.readImages(file);
        assertThat(read.shape()).isEqualTo(written.shape());
        assertThat(read.pixels()).isEqualTo(written.pixels());
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(folder.resolve("nowhere"), "There is no file %s.");
    }

    @Test
    void aFolderIsNotAFile() {
        assertRefused(folder, "%s is a folder, not an IDX file.");
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        assertRefused(file("empty", new byte[0]), "%s is empty.");
    }

    @Test
    void aHeaderCutShortIsSeen() throws IOException {
        assertRefused(file("stub", Arrays.copyOf(images, 10)), "%s ends within its header.");
        assertRefused(file("byte", Arrays.copyOf(images, 1)), "%s ends within its header.");
    }

    @Test
    void missingPixelsAreCounted() throws IOException {
        assertRefused(
                file("short", Arrays.copyOf(images, images.length - 1000)),
                "%s ends too early: it promises 30,000 images of 28×28, and 1,000 of their"
                        + " 23,520,000 bytes are missing.");
    }

    @Test
    void aCompressedFileCutShortIsSeen() throws IOException {
        String damaged = "%s is damaged or cut short: its gzip compression cannot be undone.";
        assertRefused(file("cut", Arrays.copyOf(packedImages, 1_000_000)), damaged);
        assertRefused(file("start", Arrays.copyOf(packedImages, 5)), damaged);
    }

    @Test
    void aByteChangedInACompressedFileIsSeen() throws IOException {
        byte[] changed = packedImages.clone();
        changed[changed.length / 2] ^= 0x55;
        Path file = file("changed", changed);
        assertThatThrownBy(() -> Idx.readImages(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + " ");
    }

    @Test
    void whatFollowsAfterTheImagesIsNotIgnored() throws IOException {
        assertRefused(
                file("long", Arrays.copyOf(images, images.length + 1)),
                "%s is longer than it should be: more follows after its 30,000 images of 28×28.");
    }

    @Test
    void labelsAreNotTakenForImages() throws IOException {
        assertRefused(
                file("swapped", labels), "%s holds labels, where a file of images is needed.");
        Path swapped = file("swapped too", images);
        assertThatThrownBy(() -> Idx.readLabels(swapped))
                .isInstanceOf(DataException.class)
                .hasMessage(swapped + " holds images, where a file of labels is needed.");
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        assertRefused(
                file("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
                "%s is not an IDX file of images: it starts with 89504e47 instead of 00000803.");
    }

    @Test
    void aFileWithoutImagesIsRefused() throws IOException {
        assertRefused(file("none", header(0, 28, 28)), "%s holds no images.");
    }

    @Test
    void absurdSizesAreRefusedBeforeAnythingIsReserved() throws IOException {
        assertRefused(
                file("wide", header(10, 28, -1)),
                "%s says that its images are 28×4,294,967,295; sides must be between 1 and 1,024"
                        + " pixels.");
        assertRefused(
                file("flat", header(10, 0, 28)),
                "%s says that its images are 0×28; sides must be between 1 and 1,024 pixels.");
        assertRefused(
                file("many", header(-1, 28, 28)),
                "%s says that it holds 4,294,967,295 images of 28×28, 3,211,263 MB; at most 256 MB"
                        + " can be read.");
    }

    @Test
    void thereMustBeALabelForEveryImage() throws IOException {
        Path ofImages = file("images", images);
        byte[] fewer = Arrays.copyOf(labels, labels.length - 1);
        ByteBuffer.wrap(fewer).putInt(4, 29_999);
        Path ofLabels = file("fewer", fewer);
        String sentence =
                "%s holds 29,999 labels for the 30,000 images of %s: there must be one for each."
                        .formatted(ofLabels, ofImages);
        assertThatThrownBy(() -> Datasets.describe(ofImages, Optional.of(ofLabels)))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
        var spec =
                new DataSpec.IdxFiles(ofImages, Optional.of(ofLabels), new Shape.Image(28, 28, 1));
        assertThatThrownBy(() -> Datasets.open(spec))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
    }

    @Test
    void aFileThatHasChangedItsShapeIsNoticed() throws IOException {
        Path file = file("images", images);
        var spec = new DataSpec.IdxFiles(file, Optional.empty(), new Shape.Image(32, 32, 1));
        assertThatThrownBy(() -> Datasets.open(spec))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file
                                + " holds images of 28×28×1, and the experiment was made for"
                                + " 32×32×1: choose the file again.");
    }

    /** The sentence names the file where it says %s. */
    private static void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> Idx.readImages(file))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence.formatted(file));
    }

    private static byte[] header(int count, int height, int width) {
        return ByteBuffer.allocate(16)
                .putInt(0x0803)
                .putInt(count)
                .putInt(height)
                .putInt(width)
                .array();
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(IdxTest.class.getResourceAsStream("/datasets/" + name))) {
            return in.readAllBytes();
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
