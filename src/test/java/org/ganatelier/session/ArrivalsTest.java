package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

final class ArrivalsTest {
    /** Two images of 2x2 pixels. */
    private static final byte[] IMAGES = {
        0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8
    };

    private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 0, 1};

    @TempDir private Path folder = Path.of("");

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final Session session =
            Session.of(
                    Documents.preset("points"),
                    new FakeTrainer(),
                    new FakeClassifiers(),
                    new Workers(fx, background));
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void aRunIsOpened() throws ProjectException {
        Path file = folder.resolve("mlp.atelier");
        var run = new Checkpoint(Documents.preset("mlp"), 3, 1, Map.of(), Map.of());
        ProjectFile.save(file, run);
        bring(file);
        assertThat(experiment()).isEqualTo(Documents.preset("mlp").name());
        assertThat(opened).hasValue(1);
    }

    @Test
    void imagesBecomeTheData() throws IOException {
        Path images = Files.write(folder.resolve("images"), IMAGES);
        bring(images);
        assertThat(data()).isEqualTo(images.toAbsolutePath());
        assertThat(opened).hasValue(1);
    }

    @Test
    void packedImagesComeWithTheirLabelsInAnyOrder() throws IOException {
        Path images = packed("z-images.gz", IMAGES);
        Path labels = packed("a-labels.gz", LABELS);
        bring(labels, images);
        assertThat(session.notices().open()).isEmpty();
        assertThat(data()).isEqualTo(images.toAbsolutePath());
        assertThat(opened).hasValue(1);
    }

    @Test
    void labelsAloneAreOneSentence() throws IOException {
        bring(Files.write(folder.resolve("labels"), LABELS));
        assertThat(happening()).isInstanceOf(Happening.DataRefused.class);
        assertThat(opened).hasValue(0);
    }

    @Test
    void whatCannotBeOpenedIsOneSentence() throws IOException {
        Path picture = Files.writeString(folder.resolve("cat.png"), "\u0089PNG");
        bring(picture);
        assertThat(happening()).isEqualTo(new Happening.UnknownFile("cat.png"));
        bring(Files.createFile(folder.resolve("empty")));
        assertThat(happening()).isEqualTo(new Happening.UnknownFile("empty"));
        bring(packed("notes.gz", "notes".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(happening()).isEqualTo(new Happening.UnknownFile("notes.gz"));
        assertThat(opened).hasValue(0);
    }

    /** What is called a run is not told apart from runs: what is wrong with it is told. */
    @Test
    void aDamagedRunIsToldByItsReader() throws IOException {
        bring(Files.writeString(folder.resolve("cut.atelier"), "P"));
        assertThat(happening()).isInstanceOf(Happening.FileFailed.class);
        bring(Files.createFile(folder.resolve("empty.atelier")));
        assertThat(happening()).isInstanceOf(Happening.FileFailed.class);
    }

    @Test
    void aFolderAndAMissingFileAreOneSentence() {
        bring(folder);
        assertThat(happening()).isInstanceOf(Happening.FileFailed.class);
        bring(folder.resolve("away.atelier"));
        assertThat(happening())
                .isInstanceOfSatisfying(
                        Happening.FileFailed.class,
                        told ->
                                assertThat(told.problem())
                                        .isInstanceOf(FileProblem.CannotBeUsed.class));
    }

    @Test
    void ofTwoRunsOneIsOpened() throws ProjectException {
        var run = new Checkpoint(Documents.preset("mlp"), 3, 1, Map.of(), Map.of());
        ProjectFile.save(folder.resolve("a.atelier"), run);
        ProjectFile.save(folder.resolve("b.atelier"), run);
        bring(folder.resolve("b.atelier"), folder.resolve("a.atelier"));
        assertThat(opened).hasValue(1);
        assertThat(happening()).isEqualTo(new Happening.OneFileAtATime("b.atelier"));
    }

    private void bring(Path... files) {
        session.arrivals().open(List.of(files), opened::incrementAndGet);
        fx.runAll();
        background.runAll();
        fx.runAll();
        background.runAll();
        fx.runAll();
    }

    private String experiment() {
        return session.editor().experimentProperty().get().name();
    }

    private Path data() {
        return ((DataSpec.IdxFiles) session.editor().experimentProperty().get().data()).images();
    }

    private Happening happening() {
        return session.notices().open().getLast().what();
    }

    private Path packed(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
