package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.project.BenchNets;
import org.ganatelier.train.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** A few real steps of both engines: what is printed, not how fast it is. */
class BenchTest {
    private static final String NUMBER = "\\d+(\\.\\d+)?";

    private final CliHarness cli = new CliHarness(new EngineTrainer());

    static List<String> nets() {
        return BenchNets.names();
    }

    private int bench(String arguments) {
        return cli.run(("bench --batch 2 --steps 2 --warm-up 0 " + arguments).split(" "));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyNetIsMeasured(String net) {
        assertThat(bench("--net " + net + " --threads 1 --json")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out().strip())
                .matches(
                        "\\{\"net\":\"%s\",\"engine\":\"atelier\",\"batch\":2,\"threads\":1,"
                                        .formatted(net)
                                + "\"steps\":2,\"ms_per_step\":%s,\"images_per_s\":%s,"
                                        .formatted(NUMBER, NUMBER)
                                + "\"generator_parameters\":[1-9]\\d*,"
                                + "\"discriminator_parameters\":[1-9]\\d*\\}");
    }

    @Test
    void dl4jsOwnLayersAreMeasuredToo() {
        assertThat(bench("--net classroom --engine stock")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out().strip())
                .matches(
                        "classroom, stock, batch 2, \\d+ threads?: "
                                + NUMBER
                                + " ms per step \\(median of 2\\), [\\d,]+ images/s");
    }

    @Test
    void aProfileNamesEveryLayerAndEndsWithTheWholeStep() {
        assertThat(bench("--net classroom --profile")).isEqualTo(ExitCode.DONE);
        List<String> lines = cli.out().strip().lines().toList();
        assertThat(lines.get(lines.size() - 2)).matches("whole step .* 100\\.0% +" + NUMBER + "%");
        assertThat(cli.out())
                .contains("G 0 DenseLayer", "G 1 BatchNormLayer", "D 0 ConvolutionLayer")
                .contains("forward", "backward: dW", "D Adam", "G Adam");
    }

    @Test
    void aProfileTellsWhatPartOfTheCoresPeakALayerReaches() {
        assertThat(bench("--net classroom --profile")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .containsPattern(
                        "G 0 DenseLayer +forward +%s +%s%% +%s%%\\R"
                                .formatted(NUMBER, NUMBER, NUMBER))
                .containsPattern("D Adam +%s +%s%%\\R".formatted(NUMBER, NUMBER))
                .containsPattern("peak is that of one core: [1-9]\\d*\\.\\d GFLOP/s");
    }

    @Test
    void aProfileIsInTheJsonToo() {
        assertThat(bench("--net mlp --profile --json")).isEqualTo(ExitCode.DONE);
        assertThat(cli.out())
                .containsPattern("\"peak_gflop_per_s\":" + NUMBER)
                .containsPattern(
                        "\"layer\":\"D 1 DenseLayer\",\"part\":\"forward\",\"ms\":%s,\"of_peak\":%s\\}"
                                .formatted(NUMBER, NUMBER))
                .containsPattern(
                        "\"layer\":\"noise\",\"part\":\"\",\"ms\":%s\\}".formatted(NUMBER));
    }

    @Test
    void previewsAreWeighedAgainstNone() {
        assertThat(cli.run("preview-cost", "--preset", "mlp", "--rounds", "1", "--seconds", "2"))
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.out().strip())
                .matches(
                        "mlp: %s steps/s without previews, %s with \\(medians of 1 turns\\): -?%s"
                                        .formatted(NUMBER, NUMBER, NUMBER)
                                + " % slower");
    }

    @Test
    void scoringIsWeighedToo() {
        assertThat(
                        cli.run(
                                "preview-cost --score --preset mlp --rounds 1 --seconds 3 --json"
                                        .split(" ")))
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.out().strip())
                .matches(
                        "\\{\"preset\":\"mlp\",\"inspected\":false,\"rounds\":1,\"seconds\":3,"
                                + "\"scores\":[1-9]\\d*,\"scored_images\":500,"
                                + "\"steps_per_s_without\":%s,\"steps_per_s_with\":%s,"
                                        .formatted(NUMBER, NUMBER)
                                + "\"percent_slower\":-?%s\\}".formatted(NUMBER));
    }

    @Test
    void aTurnWithoutAScoreSaysNothingOfScoring() {
        var ending = new CliHarness(new EndingTrainer(new RunEvent.End.Completed()));
        assertThat(ending.run("preview-cost", "--judge", "--rounds", "1"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(ending.errors())
                .startsWith("A turn was over before its first score: give it more --seconds");
    }

    @Test
    void aTurnOfLessThanTwoStepsHasNoSpeed() {
        assertThat(cli.run("preview-cost", "--preset", "mlp", "--seconds", "1e-9"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cli.errors()).contains("give it more --seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "--net nonsense, --net must be one of",
        "--net mlp --engine nonsense, --engine must be",
        "--net mlp --batch 1, --batch must be at least 2",
        "--net mlp --steps 0, --steps must be at least 1",
        "--net mlp --threads 0, --threads must be between",
        "--net mlp --warm-up -1, --warm-up must not be negative",
        "--net mlp --engine stock --profile, --profile is for"
    })
    void argumentsThatMakeNoSenseAreTold(String arguments, String sentence) {
        assertThat(cli.run(("bench " + arguments).split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(cli.errors()).contains(sentence);
    }
}
