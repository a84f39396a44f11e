package org.ganatelier.plan.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A search for fixes has an end, however many problems there are. */
final class TriesTest {
    private static final int LAYERS = 64;

    @Test
    void thereIsANumberOfTries() {
        Tries tries = Tries.until(() -> false);
        int taken = 0;
        while (tries.take()) {
            taken++;
        }
        assertThat(taken).isEqualTo(1_000);
        assertThat(tries.over()).isTrue();
    }

    @Test
    void ofVeryManyProblemsTheFirstHaveFixesAndTheLastHaveNone() throws ProjectException {
        List<Problem> problems = Planner.suggest(wrong()).problems();
        assertThat(problems).hasSizeGreaterThan(2 * LAYERS);
        assertThat(problems.subList(0, 10)).noneMatch(problem -> problem.fixes().isEmpty());
        assertThat(problems.getLast().fixes()).isEmpty();
    }

    @Test
    void nobodyIsAnsweredWhoDoesNotWait() throws ProjectException {
        var asked = new ArrayList<Integer>();
        Planner.suggest(
                wrong(),
                () -> {
                    asked.add(1);
                    return asked.size() > 3;
                });
        Diagnosis diagnosis = Diagnosis.of(wrong());
        var search = new FixSearch(diagnosis, Tries.until(() -> true));
        assertThat(search.fixes(diagnosis.told().getFirst())).isEmpty();
        // Once for each problem that is left, and for nothing else.
        assertThat(asked).hasSizeLessThan(diagnosis.told().size() + 10);
    }

    /** Every layer of both networks is wrong, every second in several ways. */
    private static Experiment wrong() throws ProjectException {
        var relu = new Activation.ReLU();
        var layers = new ArrayList<LayerSpec>();
        for (int i = 0; i < LAYERS / 2; i++) {
            layers.add(new Dense(50, true, relu));
            layers.add(new Conv2D(2_000, 40, 40, Padding.VALID, true, relu));
        }
        Experiment result = Presets.load("digits");
        for (Side side : Side.values()) {
            result = result.withNetwork(side, network -> network.withLayers(layers));
        }
        return result;
    }
}
