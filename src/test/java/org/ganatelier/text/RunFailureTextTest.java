package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunFailure.UnsupportedByStock;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

/** A failure says what happened, what is left and what to do next. */
final class RunFailureTextTest {
    private static final Dense SPECTRAL =
            new Dense(9, true, new Activation.ReLU()).withSpectralNorm(true);
    private static final OptionalLong NOTHING = OptionalLong.empty();

    private static String english(RunFailure failure) {
        return RunFailureText.say(Words.english(), failure);
    }

    @Test
    void everyFailureIsSaidInEveryLanguage() {
        Facts.requireSaid(
                RunFailure.class,
                List.of(
                        new RunFailure.Diverged(1500, NOTHING),
                        new RunFailure.Overflowed(9, "generator.0.weight", OptionalLong.of(2)),
                        new RunFailure.OutOfMemory(OptionalLong.of(20)),
                        new RunFailure.BrokenOff(3, "java.lang.Error", NOTHING),
                        new RunFailure.NothingToSave(),
                        new RunFailure.NativesMissing(),
                        new RunFailure.NoFolderForNatives("/home/ada/.cache"),
                        new RunFailure.UnpackingFailed("the disk is full"),
                        new RunFailure.EngineBroken("java.lang.Error"),
                        new RunFailure.LabelsMissing(10),
                        new RunFailure.UnfitState("generator.0.weight"),
                        new RunFailure.ClassifierDiverged(),
                        new RunFailure.UnfitClassifier("4.bias"),
                        new UnsupportedByStock(new Lack.Layer(new PReLU())),
                        new UnsupportedByStock(new Lack.Setting(SPECTRAL, "spectralNorm")),
                        new UnsupportedByStock(new Lack.Optimizer(OptimizerSpec.Kind.SGD)),
                        new UnsupportedByStock(new Lack.Pairs())),
                RunFailureText::say);
    }

    @Test
    void aRunThatDivergedComesWithAdviceAndWithWhatIsKept() {
        assertThat(english(new RunFailure.Diverged(1500, OptionalLong.of(1499))))
                .isEqualTo(
                        "Training diverged after step 1,500: a loss is no longer a number. Lower"
                                + " the learning rates, or raise the batch size, and start again."
                                + " The networks of step 1,499 are kept and can be saved.");
    }

    @Test
    void whereNothingIsKeptNothingIsSaidOfIt() {
        assertThat(english(new RunFailure.OutOfMemory(NOTHING)))
                .isEqualTo(
                        "There is not enough memory for these networks at this batch size. Lower"
                                + " the batch size, or use fewer filters or units.");
    }

    @Test
    void anErrorOfTheEngineIsNamedAndPointsToTheLog() {
        assertThat(english(new RunFailure.BrokenOff(3, "java.lang.Error: odd", NOTHING)))
                .startsWith("Training broke off after step 3")
                .contains("(java.lang.Error: odd)")
                .endsWith("the log has the details.");
    }

    @Test
    void whatTheStockLayersLackIsNamed() {
        assertThat(english(new UnsupportedByStock(new Lack.Layer(new PReLU()))))
                .isEqualTo("DL4J’s own layers have no PReLU to compare with.");
        assertThat(english(new UnsupportedByStock(new Lack.Setting(SPECTRAL, "spectralNorm"))))
                .isEqualTo("DL4J’s own Dense does not have the setting “spectral normalization”.");
    }

    @Test
    void labelsThatAreMissingAreCounted() {
        assertThat(english(new RunFailure.LabelsMissing(10)))
                .contains("labels of 10 classes")
                .contains("choose the data’s files again");
    }
}
