package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that somebody made to do harm, or that an accident made, end in one sentence. */
final class HostileProjectsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures/hostile");

    @TempDir private Path folder;

    @Test
    void aStateThatIsNull() {
        Path file = FIXTURES.resolve("state-null.atelier");
        assertThat(refusal(file))
                .isEqualTo(file + ": This file is damaged: state.json: it is not a JSON object.");
    }

    @Test
    void aStateThatIsEmpty() throws Exception {
        ProjectFile.save(file(), Project.of(Presets.load("digits")));
        Path file = withEntry("state.json", "");
        assertThat(refusal(file))
                .isEqualTo(file + ": This file is damaged: state.json: it is not a JSON object.");
    }

    @Test
    void aRunWithMoreEditsThanOneMegabyteHolds() throws ProjectException {
        var run = ProjectFile.loadRun(FIXTURES.resolve("state-over-1MiB.atelier"));
        assertThat(run.edits()).hasSizeGreaterThan(9_000);
        Path again = folder.resolve("again.atelier");
        ProjectFile.save(again, Project.of(run));
        assertThat(ProjectFile.loadRun(again).edits()).isEqualTo(run.edits());
    }

    @Test
    void anArrayWithANameThatSteersTheTerminal() {
        assertThat(refusal(FIXTURES.resolve("esc-array.atelier")))
                .doesNotContain("\u001b")
                .endsWith(": This file is damaged: an array has an impossible name.");
    }

    @Test
    void aClassifierOfFeaturesThatOverflow() {
        Path file = FIXTURES.resolve("judge-width65536.judge");
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ClassifierFile.load(file))
                .extracting(Refusals::sentence)
                .isEqualTo(
                        file
                                + ": This file is damaged: judge.json: features of 65,536 values"
                                + " are more than a classifier can have.");
    }

    @Test
    void aTextThatBeginsMillionsOfObjects() throws Exception {
        ProjectFile.save(file(), Project.of(Presets.load("digits")));
        Path file = withEntry("state.json", "{\"a\":".repeat(3_000_000));
        assertThat(refusal(file))
                .isEqualTo(file + ": This file is damaged: its \"state.json\" cannot be read.");
    }

    /**
     * Its table of contents would be read into memory whole: the file takes no room on the disk.
     */
    @Test
    void aTableOfContentsOfAGigabyte() throws IOException {
        try (var raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.write(new byte[] {'P', 'K', 3, 4});
            raw.setLength(1L << 30);
            raw.seek(raw.length());
            var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            end.putInt(0, 0x06054b50).putInt(12, (1 << 30) - 4).putInt(16, 4);
            raw.write(end.array());
        }
        assertThat(refusal(file())).endsWith("it claims to hold 0 parts.");
    }

    @Test
    void aZipOfMoreEntriesThanAnyRunHas() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file()))) {
            for (int i = 0; i < 30_000; i++) {
                zip.putNextEntry(new ZipEntry("" + i));
            }
        }
        assertThat(refusal(file())).endsWith("it claims to hold 30,000 parts.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNotOpened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        String sentence = pipe + " cannot be read: this is a device or a pipe, not a file.";
        assertThat(refusal(pipe)).isEqualTo(sentence);
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open(pipe.toString()))
                .extracting(Refusals::sentence)
                .isEqualTo(sentence);
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.save(pipe, Project.of(Presets.load("digits"))))
                .extracting(Refusals::sentence)
                .isEqualTo(pipe + " cannot be saved: this is a device or a pipe, not a file.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceWithoutEndIsNotRead() {
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> Presets.open("/dev/zero"))
                .extracting(Refusals::sentence)
                .isEqualTo("/dev/zero cannot be read: this is a device or a pipe, not a file.");
    }

    private Path file() {
        return folder.resolve("x.atelier");
    }

    /** An archive of an experiment with one entry more. */
    private Path withEntry(String name, String text) throws Exception {
        Path file = folder.resolve("with-entry.atelier");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("experiment.json"));
            zip.write(ProjectJson.write(Presets.load("digits")).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String refusal(Path file) {
        try {
            ProjectFile.load(file);
        } catch (ProjectException e) {
            return Refusals.sentence(e);
        }
        throw new AssertionError(file + " was read");
    }
}
