package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.files.FileHold;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Documents and their files. */
class DocumentFilesTest {
    @TempDir private Path directory;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final Session session = session();
    private final Documents documents = session.documents();
    private final OpenDocument document = documents.current();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anExperimentThatNobodyTrainedIsSavedWithItsProblems() {
        Path file = directory.resolve("half.atelier");
        session.editor()
                .edit(
                        new EditName.RemoveLayer("Dense"),
                        e -> e.withNetwork(Side.GENERATOR, _ -> NetworkSpec.of()));
        assertThat(session.editor().outcomeProperty().get()).isInstanceOf(Outcome.Rejected.class);
        save(file);
        assertThat(document.unsavedProperty().get()).isFalse();
        assertThat(session.notices().open())
                .extracting(Notice::what)
                .containsExactly(new Happening.ExperimentSaved(file));
        Experiment built = experiment();
        load("fashion");
        open(file);

        assertThat(experiment()).isEqualTo(built);
        assertThat(document.fileProperty().get()).contains(file);
        assertThat(trainer.runs()).isEmpty();
    }

    @Test
    void editsThatWaitAreSavedBesideTheRun() {
        Path file = directory.resolve("run.atelier");
        train(10);
        edit(5);
        save(file);
        load("fashion");
        open(file);

        assertThat(experiment().seed()).isEqualTo(5);
        assertThat(trainer.run().plan().experiment().seed()).isEqualTo(42);
        assertThat(session.training().waitingChangesProperty().get())
                .containsExactly(Difference.SEED);
        assertThat(session.training().historyProperty().get().lastStep()).isEqualTo(7);
        assertThat(document.unsavedProperty().get()).isFalse();
    }

    @Test
    void saveGoesToTheFileItCameFrom() throws ProjectException {
        Path file = directory.resolve("run.atelier");
        save(file);
        edit(5);
        assertThat(document.unsavedProperty().get()).isTrue();
        documents.save();
        settle();

        assertThat(document.unsavedProperty().get()).isFalse();
        assertThat(ProjectFile.load(file).experiment().seed()).isEqualTo(5);
        assertThat(documents.lastUsedProperty().get()).contains(file);
    }

    @Test
    void aSecondOfTrainingIsNothingToAskAbout() {
        train(3);
        assertThat(document.unsavedProperty().get()).isFalse();
        trainer.run().measure(4);
        settle();
        assertThat(document.unsavedProperty().get()).isTrue();
    }

    @Test
    void trainingThatGoesOnAfterSavingIsUnsavedAgain() {
        train(7);
        assertThat(document.unsavedProperty().get()).isTrue();
        // The state says 1.5 seconds, the figures say 7.
        trainer.run().measure(8);
        save(directory.resolve("run.atelier"));
        assertThat(document.unsavedProperty().get()).isTrue();
    }

    @Test
    void aRunOfAnotherDocumentIsUnsavedUntilItIsSaved() {
        FakeRun digits = train(10);
        load("fashion");
        assertThat(document.unsavedProperty().get()).isFalse();
        assertThat(document.unsavedElsewhere())
                .extracting(RunEntry::id)
                .containsExactly(digits.id());
        session.editor().undo();
        assertThat(document.unsavedElsewhere()).isEmpty();
        assertThat(document.unsavedProperty().get()).isTrue();
    }

    @Test
    void theNoteIsSavedAndBelongsToItsDocument() {
        Path file = directory.resolve("lesson.atelier");
        document.noteProperty().set("Look at the 8.\nThen press Train.");
        assertThat(document.unsavedProperty().get()).isTrue();
        save(file);
        load("fashion");
        assertThat(document.noteProperty().get()).isEmpty();
        session.editor().undo();
        assertThat(document.noteProperty().get()).startsWith("Look at the 8.");
        load("points");
        open(file);
        assertThat(document.noteProperty().get()).isEqualTo("Look at the 8.\nThen press Train.");
        assertThat(document.unsavedProperty().get()).isFalse();
    }

    @Test
    void theWalkComesBackWhereItWas() {
        Path file = directory.resolve("walk.atelier");
        train(10);
        LatentExplorer walk = session.walk();
        walk.choose(3);
        walk.choose(9);
        walk.walkTo(0.25);
        walk.select(4);
        float[] z = walk.zProperty().get();
        save(file);
        load("fashion");
        walk.randomise();
        open(file);

        assertThat(walk.readyProperty().get()).isTrue();
        assertThat(walk.zProperty().get()).containsExactly(z);
        assertThat(walk.endsProperty().get())
                .isEqualTo(new LatentExplorer.Ends(OptionalInt.of(3), OptionalInt.of(9)));
        assertThat(walk.positionProperty().get()).isEqualTo(0.25);
        assertThat(walk.selectedProperty().get()).isEqualTo(4);
    }

    @Test
    void anExperimentOfJsonIsOpenedAndSavedToAnotherFile() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.json"), preset("mlp"));
        open(file);

        assertThat(experiment()).isEqualTo(Documents.preset("mlp"));
        assertThat(document.fileProperty().get()).isEmpty();
        assertThat(document.unsavedProperty().get()).isFalse();
        assertThat(documents.lastUsedProperty().get()).contains(file);
    }

    @Test
    void whatCannotBeOpenedLeavesAllAsItWas() throws IOException {
        Path good = directory.resolve("good.atelier");
        save(good);
        FakeRun run = train(10);
        for (String name : new String[] {"bad.atelier", "bad.json"}) {
            open(Files.writeString(directory.resolve(name), "no run"));
            open(directory.resolve("missing-" + name));
        }

        assertThat(run.orders()).containsExactly("start");
        assertThat(session.editor().undoNameProperty().get()).isEmpty();
        assertThat(document.fileProperty().get()).contains(good);
        assertThat(session.notices().open()).hasSizeGreaterThan(3);
        edit(5);
        documents.save();
        settle();
        assertThat(document.unsavedProperty().get()).isTrue();
        assertThat(experiment().seed()).isEqualTo(5);
    }

    @Test
    void aFileThatAnotherWindowHasIsNotOpenedButACopyIs() throws IOException {
        Path file = directory.resolve("lesson.atelier");
        save(file);
        Session second = session();
        second.documents().open(file);
        settle();

        assertThat(second.notices().open())
                .extracting(Notice::what)
                .containsExactly(new Happening.FileHeld(file));
        assertThat(second.documents().current().fileProperty().get()).isEmpty();
        second.documents().openCopy(file);
        settle();
        assertThat(second.editor().undoNameProperty().get())
                .contains(new EditName.OpenFile("lesson.atelier"));
        assertThat(second.documents().current().fileProperty().get()).isEmpty();
        second.documents().save(file, () -> {});
        settle();
        assertThat(second.documents().current().fileProperty().get()).isEmpty();
        second.close();
    }

    @Test
    void aFileIsGivenUpWithTheWindowAndForAnother() throws IOException {
        Path one = directory.resolve("one.atelier");
        Path two = directory.resolve("two.atelier");
        save(one);
        save(two);
        try (FileHold free = FileHold.of(one).orElseThrow()) {
            assertThat(free).isNotNull();
            assertThat(FileHold.of(two)).isEmpty();
        }
        session.close();
        try (FileHold free = FileHold.of(two).orElseThrow()) {
            assertThat(free).isNotNull();
        }
    }

    @Test
    void revertOpensWhatWasSavedAndCanBeTakenBack() {
        save(directory.resolve("run.atelier"));
        edit(5);
        documents.revert();
        settle();
        assertThat(experiment().seed()).isEqualTo(42);
        assertThat(document.unsavedProperty().get()).isFalse();
        session.editor().undo();
        assertThat(experiment().seed()).isEqualTo(5);
    }

    @Test
    void aNewExperimentHasNoLayersAndNoFile() {
        save(directory.resolve("run.atelier"));
        documents.beginNew("Mine");

        assertThat(experiment().name()).isEqualTo("Mine");
        assertThat(experiment().generator().layers()).isEmpty();
        assertThat(experiment().discriminator().layers()).isEmpty();
        assertThat(document.fileProperty().get()).isEmpty();
        assertThat(document.unsavedProperty().get()).isFalse();
        session.editor().undo();
        assertThat(document.fileProperty().get()).isPresent();
    }

    @Test
    void whatIsRestoredIsUnsaved() {
        documents.restore(Project.of(Documents.preset("mlp")), "Recovered");

        assertThat(experiment()).isEqualTo(Documents.preset("mlp"));
        assertThat(document.unsavedProperty().get()).isTrue();
        assertThat(document.fileProperty().get()).isEmpty();
        assertThat(session.editor().undoNameProperty().get())
                .contains(new EditName.OpenFile("Recovered"));
    }

    private Session session() {
        return Session.of(
                Documents.preset("digits"),
                trainer,
                new FakeClassifiers(),
                new Workers(fx, background));
    }

    private static String preset(String name) throws IOException {
        try (var in = Documents.class.getResourceAsStream("/presets/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private FakeRun train(int steps) {
        session.training().train();
        settle();
        for (int step = 1; step <= steps; step++) {
            trainer.run().measure(step);
        }
        settle();
        return trainer.run();
    }

    private void edit(long seed) {
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(seed));
    }

    private Experiment experiment() {
        return session.editor().experimentProperty().get();
    }

    private void load(String preset) {
        documents.load(preset);
        settle();
    }

    private void open(Path file) {
        documents.open(file);
        settle();
    }

    private void save(Path file) {
        documents.save(file, () -> {});
        settle();
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }
}
