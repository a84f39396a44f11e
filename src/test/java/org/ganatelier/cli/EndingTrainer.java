package org.ganatelier.cli;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Samples;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.PlayerInput;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Its runs do two steps and end in the way a test wants. */
record EndingTrainer(RunEvent.End end, FakeTrainer fake) implements Trainer {
    EndingTrainer(RunEvent.End end) {
        this(end, new FakeTrainer());
    }

    @Override
    public EngineInfo warmUp(DoubleConsumer unpacked) {
        return fake.warmUp(unpacked);
    }

    @Override
    public Run start(
            Plan plan,
            Dataset data,
            Optional<Checkpoint> from,
            RunOptions options,
            Consumer<RunEvent> listener) {
        Run run = fake.start(plan, data, from, options, listener);
        fake.run().measure(1);
        fake.run().measure(2);
        fake.run().end(end);
        return run;
    }

    @Override
    public Checkpoint beginning(Plan plan) {
        return fake.beginning(plan);
    }

    @Override
    public Samples sample(Plan plan, Checkpoint checkpoint, GeneratorInput input, Weights weights) {
        return fake.sample(plan, checkpoint, input, weights);
    }

    @Override
    public LayerOutput compute(
            Plan plan, Checkpoint checkpoint, PlayerInput input, Weights weights) {
        return fake.compute(plan, checkpoint, input, weights);
    }
}
