package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Models of other frameworks on their way into the editor. */
class ImportsTest {
    /** Two plain stacks, as tutorials have them. */
    static final String CODE =
            """
            from tensorflow import keras
            from tensorflow.keras import layers

            generator = keras.Sequential([
                layers.Dense(128, activation="relu", input_shape=(20,)),
                layers.Dense(784, activation="tanh"),
                layers.Reshape((28, 28, 1)),
            ])
            discriminator = keras.Sequential([
                layers.Flatten(input_shape=(28, 28, 1)),
                layers.Dense(64),
                layers.LeakyReLU(alpha=0.2),
                layers.Dense(1),
            ])
            """;

    @TempDir private Path folder;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final Session session =
            Session.of(
                    Documents.preset("digits"),
                    new FakeTrainer(),
                    new FakeClassifiers(),
                    new Workers(fx, background));
    private final Imports imports = session.imports();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void codeBecomesANewDocumentThatIsUnsaved() {
        Experiment before = experiment();
        paste(CODE);

        assertThat(experiment().generator().layers())
                .extracting(LayerSpec::title)
                .containsExactly("Dense", "Dense", "Reshape");
        assertThat(experiment().generator().layers().getFirst())
                .isInstanceOfSatisfying(Dense.class, d -> assertThat(d.units()).isEqualTo(128));
        assertThat(experiment().latentSize()).isEqualTo(20);
        assertThat(session.documents().current().unsavedProperty().get()).isTrue();
        assertThat(report().opened()).isTrue();
        assertThat(report().name()).isEqualTo("Pasted");
        assertThat(report().remarks())
                .extracting(Remark::fact)
                .hasAtLeastOneElementOfType(Fact.Became.class);
        session.editor().undo();
        assertThat(experiment()).isEqualTo(before);
    }

    @Test
    void theSameCodeTwiceHasTwoReports() {
        var reports = new ArrayList<ImportReport>();
        imports.reportProperty().addListener((_, _, now) -> now.ifPresent(reports::add));
        paste(CODE);
        paste(CODE);
        assertThat(reports).hasSize(2);
    }

    @Test
    void whatHoldsNoModelIsRefusedAndChangesNothing() {
        Experiment before = experiment();
        paste("");
        assertThat(experiment()).isEqualTo(before);
        assertThat(session.notices().open())
                .extracting(Notice::what)
                .containsExactly(new Happening.ImportRefused("Pasted", new Refusal.Empty()));
        assertThat(imports.reportProperty().get()).isEmpty();
        paste(CODE);
        assertThat(session.notices().open()).as("it is outdated").isEmpty();
    }

    @Test
    void aFileThatIsBroughtIsImported() throws IOException {
        Path file = Files.writeString(folder.resolve("tutorial.py"), CODE);
        var opened = new AtomicInteger();
        session.arrivals().open(List.of(file), opened::incrementAndGet);
        settle();
        assertThat(experiment().name()).isEqualTo("tutorial");
        assertThat(report().name()).isEqualTo("tutorial.py");
        assertThat(opened).hasValue(1);
        assertThat(session.editor().undoNameProperty().get())
                .contains(new EditName.OpenFile("tutorial.py"));
    }

    @Test
    void besideAnExperimentAModelIsOneFileTooMany() throws IOException {
        Path code = Files.writeString(folder.resolve("tutorial.py"), CODE);
        Path preset = folder.resolve("mlp.json");
        try (var in = Documents.class.getResourceAsStream("/presets/mlp.json")) {
            Files.write(preset, in.readAllBytes());
        }
        session.arrivals().open(List.of(code, preset));
        settle();
        assertThat(experiment()).isEqualTo(Documents.preset("mlp"));
        assertThat(session.notices().open())
                .extracting(Notice::what)
                .contains(new Happening.OneFileAtATime("tutorial.py"));
    }

    @Test
    void anExperimentOfJsonIsNoCodeWhateverItsName() throws IOException {
        Path text = folder.resolve("mlp.txt");
        try (var in = Documents.class.getResourceAsStream("/presets/mlp.json")) {
            Files.write(text, in.readAllBytes());
        }
        session.arrivals().open(List.of(text));
        settle();
        assertThat(experiment()).isEqualTo(Documents.preset("mlp"));
    }

    @Test
    void aDamagedModelIsOneSentence() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("broken.onnx"), "no model".getBytes(StandardCharsets.UTF_8));
        session.arrivals().open(List.of(file));
        settle();
        assertThat(session.notices().open())
                .singleElement()
                .satisfies(
                        notice ->
                                assertThat(notice.what())
                                        .isInstanceOf(Happening.ImportRefused.class));
    }

    @Test
    void codeIsToldFromOtherText() {
        assertThat(CodeGuess.isModel(CODE)).isTrue();
        assertThat(CodeGuess.isModel("nn.Sequential(nn.Linear(3, 4))")).isTrue();
        assertThat(CodeGuess.isModel("model.add(Dense (4))")).isTrue();
        assertThat(CodeGuess.isModel("Dense clouds (of fog)")).isFalse();
        assertThat(CodeGuess.isModel("")).isFalse();
    }

    private ImportReport report() {
        return imports.reportProperty().get().orElseThrow();
    }

    private Experiment experiment() {
        return session.editor().experimentProperty().get();
    }

    private void paste(String text) {
        imports.openText(text, "Pasted");
        settle();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }
}
