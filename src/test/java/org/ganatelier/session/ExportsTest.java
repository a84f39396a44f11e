package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.data.DataProblem;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.NamingWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models on their way to other frameworks. */
class ExportsTest {
    private static final Set<Side> BOTH = EnumSet.allOf(Side.class);

    @TempDir private Path directory;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final Session session =
            Session.of(
                    Documents.preset("points"),
                    trainer,
                    new FakeClassifiers(),
                    new Workers(fx, background));
    private final Exports exports = session.exports();
    private final NamingWriter keras = new NamingWriter(ModelFormat.KERAS);
    private final NamingWriter onnx = new NamingWriter(ModelFormat.ONNX);
    private final List<ExportResult> results = new ArrayList<>();

    @BeforeEach
    void offer() {
        exports.offer(List.of(keras, onnx));
        settle();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anExperimentThatNobodyTrainedIsExportedAsCodeWithItsData() {
        assertThat(exports.subject()).isInstanceOf(ExportSubject.OfExperiment.class);
        export(ModelFormat.KERAS, BOTH);

        assertThat(results).containsExactly(done());
        assertThat(folder().resolve("GENERATOR/layers.txt")).exists();
        assertThat(folder().resolve("DISCRIMINATOR/layers.txt")).exists();
        assertThat(folder().resolve("data.npz")).exists();
        assertThat(folder().resolve("example_noise.npy")).doesNotExist();
    }

    @Test
    void theRunThatIsShownIsExportedWithItsWeightsAndWithExamples() throws IOException {
        train();
        assertThat(exports.subject())
                .isInstanceOfSatisfying(
                        ExportSubject.OfRun.class,
                        run -> {
                            assertThat(run.number()).isEqualTo(1);
                            assertThat(run.step()).isEqualTo(12);
                        });
        export(ModelFormat.ONNX, Set.of(Side.GENERATOR));

        assertThat(results).containsExactly(done());
        assertThat(folder().resolve("GENERATOR/layers.txt")).content().contains("Dense2");
        assertThat(folder().resolve("DISCRIMINATOR")).doesNotExist();
        assertThat(folder().resolve("example_noise.npy")).exists();
        // No code of ONNX trains.
        assertThat(folder().resolve("data.npz")).doesNotExist();
    }

    @Test
    void whatTheFormatCannotExpressIsSaidBeforeAnythingIsWritten() {
        var layer = Documents.preset("points").generator().layers().getFirst();
        var lack = new Obstacle.Lack.Layer(layer);
        keras.lack(lack);
        assertThat(exports.obstacles(ModelFormat.KERAS, BOTH))
                .extracting(Obstacle::lack)
                .containsExactly(lack);
        assertThat(exports.obstacles(ModelFormat.ONNX, BOTH)).isEmpty();
        export(ModelFormat.KERAS, BOTH);

        assertThat(results)
                .singleElement()
                .isInstanceOfSatisfying(
                        ExportResult.Refused.class,
                        refused ->
                                assertThat(refused.obstacles())
                                        .extracting(Obstacle::lack)
                                        .containsExactly(lack));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void bareWeightsNeedARun() {
        onnx.lack(new Obstacle.Lack.Untrained());
        assertThat(exports.obstacles(ModelFormat.ONNX, BOTH)).hasSize(1);
        train();
        assertThat(exports.obstacles(ModelFormat.ONNX, BOTH)).isEmpty();
    }

    @Test
    void otherFilesOfTheFolderStay() throws IOException {
        Files.createDirectories(folder().resolve("GENERATOR"));
        Files.writeString(folder().resolve("mine.txt"), "mine");
        Files.writeString(folder().resolve("GENERATOR/layers.txt"), "old");
        export(ModelFormat.ONNX, BOTH);

        assertThat(folder().resolve("mine.txt")).hasContent("mine");
        assertThat(folder().resolve("GENERATOR/layers.txt")).content().contains("Dense");
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void whatIsCancelledLeavesNothing() {
        onnx.meanwhile(exports::cancel);
        export(ModelFormat.ONNX, BOTH);
        assertThat(results).isEmpty();
        assertThat(directory).isEmptyDirectory();
        assertThat(exports.stageProperty().get()).isEmpty();
    }

    @Test
    void itTellsWhatItDoes() {
        var stages = new ArrayList<ExportStage>();
        exports.stageProperty().subscribe(now -> now.ifPresent(stages::add));
        train();
        export(ModelFormat.KERAS, BOTH);
        assertThat(stages).containsExactly(ExportStage.values());
        assertThat(exports.stageProperty().get()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        exports.begin(
                new ExportOrder(ModelFormat.ONNX, BOTH, Weights.RAW, file.resolve("model")),
                results::add);
        settle();
        assertThat(results)
                .singleElement()
                .isInstanceOfSatisfying(
                        ExportResult.Failed.class,
                        failed ->
                                assertThat(failed.why()).isInstanceOf(Happening.FileFailed.class));
    }

    @Test
    void withoutItsDataTheCodeIsWrittenAllTheSame() {
        Path gone = directory.resolve("gone-idx3-ubyte");
        var data =
                new DataSpec.IdxFiles(
                        gone, Optional.empty(), new Shape.Image(28, 28, 1), List.of());
        session.editor()
                .edit(
                        new EditName.UseData(data),
                        _ -> Documents.preset("digits-plain").withData(data));
        settle();
        export(ModelFormat.KERAS, BOTH);
        assertThat(results)
                .singleElement()
                .isInstanceOfSatisfying(
                        ExportResult.Done.class,
                        done ->
                                assertThat(done.withoutData())
                                        .containsInstanceOf(DataProblem.class));
        assertThat(folder().resolve("GENERATOR/layers.txt")).exists();
    }

    @Test
    void anExperimentWithProblemsAndNoRunIsNothingToExport() {
        session.editor()
                .edit(
                        new EditName.RemoveLayer("Dense"),
                        e -> e.withNetwork(Side.GENERATOR, _ -> NetworkSpec.of()));
        assertThat(exports.subject()).isEqualTo(new ExportSubject.Nothing());
        assertThat(exports.obstacles(ModelFormat.ONNX, BOTH)).isEmpty();
        assertThatThrownBy(() -> export(ModelFormat.ONNX, BOTH))
                .isInstanceOf(IllegalStateException.class);
    }

    private ExportResult done() {
        return new ExportResult.Done(folder(), Optional.empty());
    }

    private Path folder() {
        return directory.resolve("model");
    }

    private void export(ModelFormat format, Set<Side> networks) {
        exports.begin(new ExportOrder(format, networks, Weights.AVERAGED, folder()), results::add);
        settle();
    }

    private void train() {
        session.training().train();
        settle();
        trainer.run().knowAll();
        trainer.run().measure(12);
        settle();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }
}
