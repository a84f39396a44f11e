package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

import javax.imageio.ImageIO;

class DocumentsTest {
    @TempDir private Path directory;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final FakeTrainer trainer = new FakeTrainer();
    private final Session session =
            Session.of(
                    Documents.preset("digits-plain"),
                    trainer,
                    new FakeClassifiers(),
                    new Workers(fx, background));
    private final Documents documents = session.documents();

    @Test
    void everyPresetLoadsAsAnEditThatCanBeTakenBack() {
        var before = session.editor().experimentProperty().get();
        for (String preset : Documents.presets()) {
            documents.load(preset);
            settle();
            assertThat(documents.current().presetProperty().get()).isEqualTo(preset);
            assertThat(documents.current().unsavedProperty().get()).isFalse();
            assertThat(session.editor().experimentProperty().get())
                    .isEqualTo(Documents.preset(preset));
        }
        session.editor().undo();
        String lastButOne = Documents.presets().reversed().get(1);
        assertThat(documents.current().presetProperty().get()).isEqualTo(lastButOne);
        assertThat(documents.current().unsavedProperty().get()).isFalse();
        assertThat(session.editor().undoNameProperty().get())
                .contains(new EditName.LoadPreset(lastButOne));
        while (!session.editor().undoNameProperty().get().isEmpty()) {
            session.editor().undo();
        }
        assertThat(session.editor().experimentProperty().get()).isEqualTo(before);
        assertThat(session.notices().open()).isEmpty();
    }

    @Test
    void theFirstPresetCanBeTrainedAtOnce() {
        String first = Documents.presets().getFirst();
        session.editor().edit(new EditName.LoadPreset(first), _ -> Documents.preset(first));

        assertThat(session.editor().outcomeProperty().get()).isInstanceOf(Outcome.Ready.class);
    }

    @Test
    void anEditIsSeenUntilItIsTakenBack() {
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(1));
        assertThat(documents.current().unsavedProperty().get()).isTrue();
        session.editor().undo();
        assertThat(documents.current().unsavedProperty().get()).isFalse();
    }

    @Test
    void anUnknownPresetIsASentence() {
        assertThatThrownBy(() -> Documents.preset("nope"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digits");
    }

    @Test
    void aRunThatIsOpenedAgainShowsItsPastAtOnce() {
        Path file = directory.resolve("run.atelier");
        session.training().train();
        settle();
        for (int step = 1; step <= 7; step++) {
            trainer.run().measure(step);
        }
        settle();
        var told = session.training().historyProperty().get();
        documents.save(file, () -> {});
        settle();
        session.training().reset();
        settle();
        assertThat(session.training().historyProperty().get().isEmpty()).isTrue();

        documents.open(file);
        settle();

        var shown = session.training().historyProperty().get();
        assertThat(shown.lastStep()).isEqualTo(7);
        assertThat(session.training().metricsProperty().get()).isEqualTo(told.latest());
        for (int step = 1; step <= 7; step++) {
            assertThat(shown.value(History.Curve.D_REAL, step))
                    .isEqualTo(told.value(History.Curve.D_REAL, step));
        }
        assertThat(session.training().goingProperty().get()).isFalse();
        trainer.run().measure(8);
        settle();
        assertThat(shown.lastStep()).isEqualTo(8);
    }

    @Test
    void aSavedRunGoesOnWhereItWas() {
        Path file = directory.resolve("run.atelier");
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(5));
        session.training().train();
        settle();
        trainer.run().measure(1);
        settle();
        documents.save(file, () -> {});
        assertThat(documents.busyProperty().get()).isNotEmpty();
        settle();
        assertThat(documents.busyProperty().get()).isEmpty();
        assertThat(session.notices().open())
                .extracting(Notice::level)
                .containsExactly(Notice.Level.INFORMATION);
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(6));

        documents.open(file);
        settle();

        assertThat(session.editor().experimentProperty().get().seed()).isEqualTo(5);
        assertThat(documents.current().unsavedProperty().get()).isFalse();
        assertThat(trainer.runs()).hasSize(2);
        assertThat(trainer.run().orders()).containsExactly("start paused");
        assertThat(trainer.run().from().orElseThrow().step()).isEqualTo(7);
        assertThat(trainer.run().from().orElseThrow().arrays().get("generator.0.weight"))
                .containsExactly(1, 2);
        assertThat(session.training().goingProperty().get()).isFalse();
    }

    @Test
    void aFileThatIsNoRunIsRefusedAndNothingChanges() throws IOException {
        Path file = Files.writeString(directory.resolve("run.atelier"), "no run");
        var before = session.editor().experimentProperty().get();
        documents.open(file);
        settle();

        assertThat(session.editor().experimentProperty().get()).isEqualTo(before);
        assertThat(session.notices().open())
                .singleElement()
                .matches(n -> n.level() == Notice.Level.ERROR)
                .matches(n -> NoticeText.say(Words.english(), n.what()).contains("run.atelier"));
        assertThat(trainer.runs()).isEmpty();
        assertThat(documents.busyProperty().get()).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsToldAndTheRunGoesOn() {
        session.training().train();
        settle();
        documents.save(directory.resolve("missing/run.atelier"), () -> {});
        settle();

        assertThat(session.notices().open())
                .extracting(Notice::level)
                .containsExactly(Notice.Level.ERROR);
        assertThat(trainer.run().orders()).containsExactly("start");
    }

    @Test
    void theGridIsSavedAsAPicture() throws IOException {
        Path file = directory.resolve("grid.png");
        session.training().train();
        settle();
        trainer.run().paintPreview(1, 200);
        settle();
        session.pictures().saveGrid(file);
        settle();

        var picture = ImageIO.read(file.toFile());
        // 8 images of 28 pixels and 9 gaps of 2, four times as large.
        assertThat(picture.getWidth()).isEqualTo(4 * (8 * 28 + 9 * 2));
        assertThat(picture.getHeight()).isEqualTo(picture.getWidth());
        assertThat(picture.getRaster().getSample(20, 20, 0)).isEqualTo(200);
    }

    @Test
    void idxFilesThatAreGoodBecomeTheData() throws IOException {
        var refused = new ArrayList<Happening>();
        var done = new ArrayList<String>();
        Path bad = Files.writeString(directory.resolve("bad"), "text");
        documents.useIdxFiles(bad, Optional.empty(), () -> done.add("done"), refused::add);
        settle();
        assertThat(refused)
                .singleElement()
                .matches(why -> NoticeText.say(Words.english(), why).contains("bad"));
        assertThat(done).isEmpty();

        byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 7, 9};
        Path good = Files.write(directory.resolve("good"), images);
        documents.useIdxFiles(good, Optional.empty(), () -> done.add("done"), refused::add);
        settle();

        assertThat(done).containsExactly("done");
        DataSpec chosen = session.editor().experimentProperty().get().data();
        assertThat(chosen).isInstanceOf(DataSpec.IdxFiles.class);
        assertThat(session.data().shownProperty().get().orElseThrow().pixels())
                .isEqualTo(new byte[] {7, 9});
        assertThat(session.editor().undoNameProperty().get())
                .contains(new EditName.UseData(chosen));
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }
}
