package org.ganatelier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Catalog;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ViewState;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.CheckpointMark;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunPast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Project and classifier files that are damaged in any way, or made to do harm: each is read, or
 * refused in one sentence. What is read can be saved and read again.
 */
final class ArchiveCampaignTest {
    private static final int LONGEST_SENTENCE = 600;

    @TempDir private Path folder;

    @Test
    void aProjectIsReadOrRefusedInOneSentence() throws Exception {
        Map<String, byte[]> sound = Archives.entries(written(project()));
        Campaign.of("projects", 150)
                .run(
                        random -> {
                            Path file =
                                    Archives.damaged(sound, folder.resolve("x.atelier"), random);
                            check(file, this::readAndSaveAgain);
                        });
    }

    @Test
    void aClassifierIsReadOrRefusedInOneSentence() throws Exception {
        Path file = folder.resolve("sound.classifier");
        var set = Catalog.all().getFirst().spec();
        ClassifierFile.save(file, ClassifierFile.bundled(set));
        Map<String, byte[]> sound = Archives.entries(file);
        Campaign.of("classifiers", 20)
                .run(
                        random -> {
                            Path damaged = folder.resolve("x.classifier");
                            check(Archives.damaged(sound, damaged, random), ClassifierFile::load);
                        });
    }

    @FunctionalInterface
    private interface Reading {
        void read(Path file) throws ProjectException;
    }

    private static void check(Path file, Reading reading) {
        try {
            reading.read(file);
        } catch (ProjectException e) {
            for (Language language : List.of(Language.ENGLISH, Language.GERMAN)) {
                requireSentence(FileText.say(Words.of(language), e.problem()), e.problem());
            }
        }
    }

    private static void requireSentence(String sentence, FileProblem problem) {
        assertThat(sentence)
                .as(problem.toString())
                .matches("\\P{Cntrl}*")
                .matches(".*[.?}\"]")
                .doesNotContain("Exception")
                .hasSizeLessThan(LONGEST_SENTENCE);
    }

    private void readAndSaveAgain(Path file) throws ProjectException {
        Project read = ProjectFile.load(file);
        Path again = folder.resolve("again.atelier");
        ProjectFile.save(again, read);
        Project same = ProjectFile.load(again);
        assertThat(same.experiment()).isEqualTo(read.experiment());
        assertThat(same.view()).isEqualTo(read.view());
        assertThat(same.note()).isEqualTo(read.note());
        assertThat(same.run().map(Checkpoint::interventions))
                .isEqualTo(read.run().map(Checkpoint::interventions));
        assertThat(same.past().map(RunPast::scores)).isEqualTo(read.past().map(RunPast::scores));
    }

    private Path written(Project project) throws ProjectException {
        Path file = folder.resolve("sound.atelier");
        ProjectFile.save(file, project);
        return file;
    }

    private static Project project() throws ProjectException {
        Experiment experiment = Presets.load("mlp");
        LiveSetting rate =
                LiveSettings.at("training.generatorOptimizer.learningRate").orElseThrow();
        Map<String, float[]> arrays = new LinkedHashMap<>();
        arrays.put("generator.0.weight", new float[] {1, 2, 3});
        arrays.put("discriminator.0.weight", new float[40]);
        var run =
                new Checkpoint(
                        experiment,
                        50,
                        2.5,
                        arrays,
                        Map.of("noise", 70L, "images", 3L),
                        new Interventions(
                                List.of(new Edit(3, rate, "0.5", rate.of(experiment))),
                                List.of(new PlayerStep(4, Turn.GENERATOR))),
                        OptionalInt.of(2));
        var history = new History(run.beginning());
        for (int step = 1; step <= 50; step++) {
            history.add(new Metrics(step, step / 10.0, step, 0.7, 1.3, 0.5, 0.4, 900));
        }
        var marks = List.of(new CheckpointMark(20, CheckpointMark.Reason.SAVED));
        return Project.of(run)
                .withPast(new RunPast(history, List.of(), List.of(), List.of(), marks))
                .withExperiment(experiment.withSeed(9))
                .withView(ViewState.EMPTY.with("latent.a", 1, 2).with("tab.left", "curves"))
                .withNote("a note");
    }
}
