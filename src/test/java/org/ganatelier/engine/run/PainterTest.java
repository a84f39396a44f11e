package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Images;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.GeneratorInput;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

class PainterTest {
    private final List<Images> painted = new ArrayList<>();

    /** A preview that the run asks for while another thread closes it. */
    @Test
    void nothingIsPaintedWithMemoryThatWasFreed() throws Exception {
        Plan plan = Nets.ready(Presets.load("mlp"));
        var painter = new Painter(plan, new AtOnce());
        var input = GeneratorInput.preview(plan.experiment(), 4);
        try (var generator = new Network(plan.generator())) {
            painter.update(Snapshot.of(generator));
        }
        painter.preview(
                input, Optional.empty(), (images, _) -> painted.add(Images.require(images)));
        assertThat(painted).singleElement().matches(images -> images.count() == 4);

        painter.close();
        painter.preview(
                input, Optional.empty(), (images, _) -> painted.add(Images.require(images)));
        assertThat(painted).hasSize(1);
    }

    /** Still takes tasks when it is shutting down, as a thread may for a moment. */
    private static final class AtOnce extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            // Every task is done before the next can come.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
