package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.CheckpointMark;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.Variety;
import org.ganatelier.train.quality.VarietyPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipFile;

/** What a window holds comes back whole. */
final class ProjectTest {
    private static final LiveSetting RATE =
            LiveSettings.at("training.generatorOptimizer.learningRate").orElseThrow();
    private static final int STEPS = 3000;

    @TempDir private Path folder;

    @Test
    void anExperimentThatWasNeverTrainedComesBack() throws ProjectException {
        Project project =
                Project.of(digits())
                        .withNote("Erste Zeile\nzweite Zeile\u00e4")
                        .withView(
                                ViewState.EMPTY
                                        .with("latent.a", 0.1, -2, 1e-9)
                                        .with("tab.left", "networks"));
        assertThat(reopened(project)).isEqualTo(project);
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.loadRun(file()))
                .extracting(Refusals::sentence)
                .isEqualTo(file() + ": This experiment was saved before it was trained.");
    }

    @Test
    void anExperimentWithProblemsComesBack() throws ProjectException {
        Experiment broken =
                digits().withNetwork(
                                Side.GENERATOR,
                                _ -> NetworkSpec.of(new Dense(3, true, new Activation.Linear())));
        assertThat(reopened(Project.of(broken)).experiment()).isEqualTo(broken);
    }

    @Test
    void editsThatWaitComeBackBesideTheRun() throws ProjectException {
        Experiment edited = digits().withSeed(77).withName("Edited");
        Project back = reopened(Project.of(run()).withExperiment(edited));
        assertThat(back.experiment()).isEqualTo(edited);
        assertThat(back.editsWait()).isTrue();
        assertThat(back.run().orElseThrow().experiment()).isEqualTo(run().experiment());
        assertThat(ProjectFile.loadRun(file()).experiment()).isEqualTo(run().experiment());
    }

    @Test
    void theStoryComesBackForEveryStep() throws ProjectException {
        RunPast past = past(STEPS).until(run());
        RunPast back = reopened(Project.of(run()).withPast(past)).past().orElseThrow();
        assertSameCurves(back.history(), past.history(), STEPS);
        assertThat(back.history().latest()).isEqualTo(past.history().latest());
        assertThat(back.history().edits()).isEqualTo(run().edits());
        assertThat(back.history().experiment()).isEqualTo(run().beginning());
        assertThat(back.playerSteps()).isEqualTo(run().interventions().halfSteps());
        assertThat(back.scores()).isEqualTo(past.scores());
        assertThat(back.varieties()).isEqualTo(past.varieties()).containsExactly(variety(5));
        assertThat(back.checkpoints()).isEqualTo(past.checkpoints());
    }

    /** The run went on while it was saved, or fell back to its last good state. */
    @Test
    void whatWasToldAfterTheSavedStateIsNotKept() throws ProjectException {
        RunPast back = reopened(Project.of(run()).withPast(past(STEPS + 500))).past().orElseThrow();
        assertThat(back.history().lastStep()).isEqualTo(STEPS);
        assertThat(back.history().latest().orElseThrow().seconds()).isEqualTo(run().seconds());
        assertSameCurves(back.history(), past(STEPS).history(), STEPS);
        assertThat(back.scores()).extracting(ScorePoint::step).containsExactly(1L, 2999L);
        assertThat(back.checkpoints()).hasSize(2);
    }

    /** A run that a file from before there were stories went on with. */
    @Test
    void aStoryMayBeginInTheMiddle() throws ProjectException {
        var history = new History(run().beginning());
        history.add(metrics(2000));
        history.add(metrics(2001));
        var past = new RunPast(history, List.of(), List.of(), List.of(), List.of());
        RunPast back = reopened(Project.of(run()).withPast(past)).past().orElseThrow();
        assertThat(back.history().firstStep()).isEqualTo(2000);
        assertThat(back.history().lastStep()).isEqualTo(2001);
        assertThat(back.history().value(Curve.D_FAKE, 2001)).isEqualTo((float) dFake(2001));
    }

    @Test
    void aScoreThatCouldNotBeComputedIsLeftOut() throws ProjectException {
        Quality sound = score(1).score().images();
        var odd =
                new Quality(
                        1000,
                        new Estimate(900, Double.NaN, 0.5),
                        0.75,
                        sound.coverage(),
                        Optional.empty());
        var scores = List.of(new ScorePoint(7, new Score(odd, sound)), score(1));
        var past = new RunPast(past(STEPS).history(), List.of(), scores, List.of(), List.of());
        RunPast back = reopened(Project.of(run()).withPast(past)).past().orElseThrow();
        assertThat(back.scores()).containsExactly(score(1));
    }

    @Test
    void aStoryWithoutAStepComesBack() throws ProjectException {
        var past = new RunPast(new History(digits()), List.of(), List.of(), List.of(), List.of());
        RunPast back = reopened(Project.of(run()).withPast(past)).past().orElseThrow();
        assertThat(back.history().isEmpty()).isTrue();
        assertThat(back.history().edits()).isEqualTo(run().edits());
    }

    @Test
    void olderProgramsFindWhatTheyLookFor() throws Exception {
        ProjectFile.save(
                file(),
                Project.of(run())
                        .withPast(past(STEPS))
                        .withExperiment(digits().withSeed(3))
                        .withNote("x"));
        try (var zip = new ZipFile(file().toFile())) {
            byte[] json = zip.getInputStream(zip.getEntry("experiment.json")).readAllBytes();
            assertThat(ProjectJson.read(new String(json, StandardCharsets.UTF_8)))
                    .isEqualTo(run().experiment());
            assertThat(zip.getEntry("state.json")).isNotNull();
            assertThat(zip.getEntry("arrays/0.f32").getSize()).isEqualTo(8);
        }
    }

    @Test
    void theSameProjectGivesTheSameBytes() throws Exception {
        Project project = Project.of(run()).withPast(past(STEPS)).withNote("x");
        ProjectFile.save(file(), project);
        Path second = folder.resolve("second.atelier");
        ProjectFile.save(second, ProjectFile.load(file()));
        assertThat(Files.mismatch(file(), second)).isEqualTo(-1);
    }

    @Test
    void aViewThatNobodyUnderstandsIsForgotten() throws Exception {
        ProjectFile.save(file(), Project.of(digits()).withView(ViewState.EMPTY.with("a", "b")));
        replace("view.json", "{\"a\": {}, \"b\": [1, \"x\"], \"c\": [1e999], \"d\": \"ok\"}");
        assertThat(ProjectFile.load(file()).view()).isEqualTo(ViewState.EMPTY.with("d", "ok"));
        replace("view.json", "no JSON");
        assertThat(ProjectFile.load(file()).view()).isEqualTo(ViewState.EMPTY);
    }

    @Test
    void aViewThatIsTooLargeKeepsNobodyFromSaving() throws ProjectException {
        var numbers = new double[ViewState.MOST_NUMBERS];
        Arrays.fill(numbers, Math.PI);
        ViewState view = ViewState.EMPTY;
        for (int i = 0; i < ViewState.MOST_KEYS; i++) {
            view = view.with("key" + i, numbers);
        }
        assertThat(reopened(Project.of(digits()).withView(view))).isEqualTo(Project.of(digits()));
    }

    @Test
    void theLongestStoryCanBeSaved() throws ProjectException {
        var scores = new ArrayList<ScorePoint>();
        for (int i = 0; i < 30_000; i++) {
            scores.add(longest(1 + i / 11));
        }
        var past = new RunPast(past(STEPS).history(), List.of(), scores, List.of(), List.of());
        RunPast back = reopened(Project.of(run()).withPast(past)).past().orElseThrow();
        assertThat(back.scores()).isEqualTo(scores.subList(scores.size() - 7_000, scores.size()));
    }

    /** Every figure has as many digits as a number can have. */
    private static ScorePoint longest(long step) {
        double third = -1.0 / 3 * -1e-5;
        var quality =
                new Quality(
                        Integer.MAX_VALUE,
                        new Estimate(Integer.MAX_VALUE, third, third),
                        third,
                        new Coverage(Collections.nCopies(10, third)),
                        Optional.of(new ClassAccuracy(third, third)));
        return new ScorePoint(step, new Score(quality, quality));
    }

    @Test
    void aNoteKeepsNothingThatSteersATerminal() throws Exception {
        ProjectFile.save(file(), Project.of(digits()).withNote("x"));
        replace("note.txt", "a\u001b[31mb\r\nc\td\u202ee\u0000" + "z".repeat(30_000));
        String note = ProjectFile.load(file()).note();
        assertThat(note).startsWith("a[31mb\nc\tdez").hasSize(Project.LONGEST_NOTE);
    }

    @Test
    void whatCannotBeSavedCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Project.of(digits()).withNote("x".repeat(Project.LONGEST_NOTE + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Project.of(digits()).withPast(past(1)));
    }

    @Test
    void valuesThatAreNoNumbersAreNeitherSavedNorLost() throws ProjectException {
        ProjectFile.save(file(), Project.of(run()));
        var bad = new Checkpoint(digits(), 1, 1, Map.of("a", new float[] {1, Float.NaN}), Map.of());
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> ProjectFile.save(file(), bad))
                .extracting(Refusals::sentence)
                .isEqualTo(
                        file()
                                + ": This run cannot be saved: \"a\" has a value that is not a"
                                + " number.");
        assertThat(ProjectFile.loadRun(file()).step()).isEqualTo(STEPS);
    }

    @Test
    void twentyThousandEditsComeBack() throws ProjectException {
        var edits = new ArrayList<Edit>();
        String before = RATE.of(digits());
        for (int i = 0; i < 20_000; i++) {
            String after = "0.000" + (10_000 + i);
            edits.add(new Edit(i / 10, RATE, before, after));
            before = after;
        }
        var many =
                new Checkpoint(
                        RATE.set(digits(), before),
                        STEPS,
                        1,
                        Map.of("a", new float[] {1}),
                        Map.of(),
                        new Interventions(edits, List.of()),
                        OptionalInt.of(1));
        assertThat(reopened(Project.of(many)).run().orElseThrow().edits()).isEqualTo(edits);
    }

    private Project reopened(Project project) throws ProjectException {
        ProjectFile.save(file(), project);
        return ProjectFile.load(file());
    }

    private Path file() {
        return folder.resolve("x.atelier");
    }

    private void replace(String entry, String text) throws IOException {
        try (var zip = FileSystems.newFileSystem(file())) {
            Files.writeString(zip.getPath(entry), text);
        }
    }

    private static void assertSameCurves(History actual, History expected, int steps) {
        for (Curve curve : Curve.values()) {
            for (int step = 1; step <= steps; step++) {
                assertThat(actual.value(curve, step))
                        .as("%s at %d", curve, step)
                        .isEqualTo(Double.valueOf(expected.value(curve, step)));
            }
        }
    }

    private static Experiment digits() {
        try {
            return Presets.load("digits");
        } catch (ProjectException e) {
            throw new AssertionError(e);
        }
    }

    private static Checkpoint run() {
        Experiment experiment = digits();
        return new Checkpoint(
                experiment,
                STEPS,
                61.5,
                Map.of("a", new float[] {1, 2}),
                Map.of("noise", 7L),
                new Interventions(
                        List.of(new Edit(10, RATE, "0.01", RATE.of(experiment))),
                        List.of(new PlayerStep(4, Turn.GENERATOR))),
                OptionalInt.of(1));
    }

    private static RunPast past(int steps) {
        var history = new History(run().beginning());
        history.mark(run().edits().getFirst());
        for (int step = 1; step <= steps; step++) {
            history.add(metrics(step));
        }
        return new RunPast(
                history,
                run().interventions().halfSteps(),
                List.of(score(1), score(2999), score(3400)),
                List.of(variety(5), variety(3400)),
                List.of(
                        new CheckpointMark(100, CheckpointMark.Reason.SAVED),
                        new CheckpointMark(200, CheckpointMark.Reason.REPLACED),
                        new CheckpointMark(3200, CheckpointMark.Reason.SAVED)));
    }

    private static VarietyPoint variety(long step) {
        return new VarietyPoint(
                step,
                new Variety(64, 0.25, Optional.empty()),
                new Variety(64, 0.75, Optional.of(new Variety.Likeness(0.5, 0.125))));
    }

    private static double dFake(long step) {
        return 0.5 + 0.4 * Math.sin((double) step);
    }

    private static Metrics metrics(long step) {
        return new Metrics(
                step,
                step / 100.0,
                step / 49.0,
                step % 7 == 0 ? Double.NaN : Math.cos((double) step),
                step % 5 == 0 ? Double.NaN : 4.1e30 / step,
                0.25,
                dFake(step),
                1234.5,
                step < 1000 ? step : Double.NaN,
                0.001,
                0.002,
                List.of(new Metrics.Sigma(Side.DISCRIMINATOR, 2, 1.5)),
                step % 8 == 1 ? 1.0 / step : Double.NaN,
                step % 8 == 1 ? 2.0 / step : Double.NaN);
    }

    private static ScorePoint score(long step) {
        var shares = List.of(0.5, 0.5, 0.0);
        var images =
                new Quality(
                        1000,
                        new Estimate(900, 12.25, 0.5),
                        0.75,
                        new Coverage(shares),
                        Optional.of(new ClassAccuracy(0.5, 0.625)));
        var real =
                new Quality(
                        1000,
                        new Estimate(900, 1.5, 0.1),
                        0.99,
                        new Coverage(shares),
                        Optional.empty());
        return new ScorePoint(step, new Score(images, real));
    }
}
