package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.train.Benchmark.Layers;
import org.ganatelier.train.Benchmark.Part;
import org.ganatelier.train.Benchmark.Place;
import org.ganatelier.train.Benchmark.Result;
import org.ganatelier.train.Benchmark.Share;
import org.ganatelier.train.Benchmark.Task;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a profile counts. */
final class EngineBenchmarkTest {
    private static final int BATCH = 2;

    @Test
    void aProfileCountsTheMultiplyAddsOfAStep() throws Exception {
        Plan plan =
                Planner.check(BenchNets.load("mlp").withTraining(t -> t.withBatchSize(BATCH)))
                        .plan();
        var shape = new Shape.Image(28, 28, 1);
        var images = new Images(8, shape, new byte[8 * (int) shape.size()]);
        Result result =
                new EngineBenchmark()
                        .run(
                                new Task(
                                        plan,
                                        Dataset.of(images, Optional.empty()),
                                        Layers.ATELIER,
                                        OptionalInt.empty(),
                                        Duration.ZERO,
                                        3,
                                        true));
        long one = plan.generator().layers().getFirst().multiplyAdds();
        assertThat(one).isPositive();
        assertThat(of(result, "G 0 DenseLayer", Part.FORWARD).multiplyAdds())
                .isEqualTo((double) (BATCH * one));
        // A way back makes the gradients of the weights and those of the input.
        long second = plan.generator().layers().get(1).multiplyAdds();
        assertThat(of(result, "G 1 DenseLayer", Part.BACKWARD).multiplyAdds())
                .isEqualTo(2.0 * BATCH * second);
        assertThat(of(result, "G 0 DenseLayer", Part.WEIGHTS_ONLY).multiplyAdds())
                .isEqualTo((double) (BATCH * one));
        List<Share> parts = result.shares().subList(0, result.shares().size() - 1);
        assertThat(result.shares().getLast().place()).isEqualTo(Place.Work.WHOLE_STEP);
        assertThat(result.shares().getLast().multiplyAdds())
                .isEqualTo(parts.stream().mapToDouble(Share::multiplyAdds).sum());
        assertThat(result.peak()).isPresent();
    }

    @Test
    void halfOfThePeakIsHalfOfItsMultiplyAdds() {
        var half = new Share(Place.Work.WHOLE_STEP, Part.ALL, 2, 5e6);
        var result = new Result(1, new long[] {1}, List.of(half), OptionalDouble.of(5));
        assertThat(result.ofPeak(half)).hasValue(0.5);
        assertThat(result.ofPeak(new Share(Place.Work.NOISE, Part.ALL, 2, 0))).isEmpty();
    }

    private static Share of(Result result, String layer, Part part) {
        return result.shares().stream()
                .filter(share -> share.place().equals(new Place.Named(layer)))
                .filter(share -> share.part() == part)
                .findFirst()
                .orElseThrow();
    }
}
