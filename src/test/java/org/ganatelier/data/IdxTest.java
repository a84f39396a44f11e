package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ganatelier.data.DataProblem.Content;
import org.ganatelier.data.DataProblem.Kind;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Reads the bundled digits as files of one's own, whole and damaged. */
final class IdxTest {
    private static final String IMAGES = "mnist-30000-images-idx3-ubyte.gz";
    private static final String LABELS = "mnist-30000-labels-idx1-ubyte.gz";

    private static final Content ALL = new Content.OfImages(30_000, 28, 28);

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
        assertRefused(folder.resolve("nowhere"), DataProblem.NoSuchFile::new);
    }

    @Test
    void aFolderIsNotAFile() {
        assertRefused(folder, DataProblem.IsFolder::new);
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        assertRefused(file("empty", new byte[0]), DataProblem.Empty::new);
    }

    @Test
    void aHeaderCutShortIsSeen() throws IOException {
        assertRefused(file("stub", Arrays.copyOf(images, 10)), DataProblem.HeaderCut::new);
        assertRefused(file("byte", Arrays.copyOf(images, 1)), DataProblem.HeaderCut::new);
    }

    @Test
    void missingPixelsAreCounted() throws IOException {
        assertRefused(
                file("short", Arrays.copyOf(images, images.length - 1000)),
                file -> new DataProblem.EndsEarly(file, ALL, 1000, 23_520_000));
    }

    @Test
    void aCompressedFileCutShortIsSeen() throws IOException {
        assertRefused(
                file("cut", Arrays.copyOf(packedImages, 1_000_000)),
                DataProblem.BadCompression::new);
        assertRefused(
                file("start", Arrays.copyOf(packedImages, 5)), DataProblem.BadCompression::new);
    }

    @Test
    void aByteChangedInACompressedFileIsSeen() throws IOException {
        byte[] changed = packedImages.clone();
        changed[changed.length / 2] ^= 0x55;
        Path file = file("changed", changed);
        assertThatThrownBy(() -> Idx.readImages(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("file=" + file);
    }

    @Test
    void whatFollowsAfterTheImagesIsNotIgnored() throws IOException {
        assertRefused(
                file("long", Arrays.copyOf(images, images.length + 1)),
                file -> new DataProblem.TooLong(file, ALL));
    }

    @Test
    void labelsAreNotTakenForImages() throws IOException {
        assertRefused(
                file("swapped", labels),
                file -> new DataProblem.OtherKind(file, Kind.LABELS, Kind.IMAGES));
        Path swapped = file("swapped too", images);
        assertRefused(
                () -> Idx.readLabels(swapped),
                new DataProblem.OtherKind(swapped, Kind.IMAGES, Kind.LABELS));
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        assertRefused(
                file("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
                file -> new DataProblem.NotIdx(file, Kind.IMAGES, 0x89504e47, 0x803));
    }

    @Test
    void aFileWithoutImagesIsRefused() throws IOException {
        assertRefused(file("none", header(0, 28, 28)), DataProblem.NoImages::new);
    }

    @Test
    void absurdSizesAreRefusedBeforeAnythingIsReserved() throws IOException {
        assertRefused(
                file("wide", header(10, 28, -1)),
                file -> new DataProblem.ImpossibleSides(file, 28, 4_294_967_295L, 1024));
        assertRefused(
                file("flat", header(10, 0, 28)),
                file -> new DataProblem.ImpossibleSides(file, 0, 28, 1024));
        assertRefused(
                file("many", header(-1, 28, 28)),
                file ->
                        new DataProblem.TooMuch(
                                file,
                                new Content.OfImages(4_294_967_295L, 28, 28),
                                3_211_263,
                                256));
    }

    /** Of 256 MB that a header of 16 bytes claims, a megabyte is reserved. */
    @Test
    void whatAHeaderClaimsIsNotReservedBeforeItIsThere() throws IOException {
        Path claims =
                file(
                        "claims",
                        ByteBuffer.allocate(16)
                                .putInt(0x803)
                                .putInt(1 << 18)
                                .putInt(32)
                                .putInt(32)
                                .array());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> Idx.readImages(claims)).isInstanceOf(DataException.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
    }

    @Test
    void thereMustBeALabelForEveryImage() throws IOException {
        Path ofImages = file("images", images);
        byte[] fewer = Arrays.copyOf(labels, labels.length - 1);
        ByteBuffer.wrap(fewer).putInt(4, 29_999);
        Path ofLabels = file("fewer", fewer);
        var problem = new DataProblem.CountsDiffer(ofLabels, 29_999, ofImages, 30_000);
        assertRefused(() -> Datasets.describe(ofImages, Optional.of(ofLabels)), problem);
        var spec =
                new DataSpec.IdxFiles(ofImages, Optional.of(ofLabels), new Shape.Image(28, 28, 1));
        assertRefused(() -> Datasets.open(spec), problem);
    }

    @Test
    void aFileThatHasChangedItsShapeIsNoticed() throws IOException {
        Path file = file("images", images);
        var spec = new DataSpec.IdxFiles(file, Optional.empty(), new Shape.Image(32, 32, 1));
        assertRefused(
                () -> Datasets.open(spec),
                new DataProblem.OtherShape(file, new Shape.Image(28, 28, 1), spec.shape()));
    }

    private static void assertRefused(Path file, Function<Path, DataProblem> problem) {
        assertRefused(() -> Idx.readImages(file), problem.apply(file));
    }

    private static void assertRefused(ThrowingCallable reading, DataProblem problem) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(reading)
                .extracting(DataException::problem)
                .isEqualTo(problem);
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
