package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class ViewerTest {
    private final List<Samples> made = new ArrayList<>();
    private final ByHand thread = new ByHand();
    private Plan plan;
    private Viewer viewer;

    @BeforeEach
    void open() throws Exception {
        plan = Nets.ready(Presets.load("mlp"));
        viewer = new Viewer(plan, thread);
    }

    /** A preview that the run asks for while another thread closes it. */
    @Test
    void nothingIsMadeWithMemoryThatWasFreed() {
        bring(Optional.empty());
        viewer.preview(input(4), Optional.empty(), (samples, _) -> made.add(samples));
        thread.work();
        assertThat(made).singleElement().matches(samples -> samples.count() == 4);

        viewer.close();
        viewer.preview(input(4), Optional.empty(), (samples, _) -> made.add(samples));
        ask(new Question.Generate(input(4)), made::add);
        thread.work();
        assertThat(made).hasSize(1);
    }

    /** The question is on its way when the run is closed; D's copy is freed as G's is. */
    @Test
    void aQuestionThatWaitsWhenTheRunIsClosedIsNeverAnswered() {
        bring(discriminator());
        var scores = new ArrayList<float[]>();
        ask(new Question.Score(images(3)), scores::add);
        thread.work();
        assertThat(scores).hasSize(1);
        viewer.close();
        ask(new Question.Score(images(3)), scores::add);
        thread.work();
        assertThat(scores).hasSize(1);
    }

    @Test
    void theNewestQuestionOfItsKindWinsAndTheOneOvertakenIsNeverAnswered() {
        bring(discriminator());
        var scored = new ArrayList<Integer>();
        ask(new Question.Generate(input(2)), made::add);
        ask(new Question.Score(images(2)), scores -> scored.add(scores.length));
        ask(new Question.Generate(input(3)), made::add);
        ask(new Question.Score(images(5)), scores -> scored.add(scores.length));
        thread.work();

        assertThat(made).singleElement().matches(samples -> samples.count() == 3);
        assertThat(scored).containsExactly(5);
    }

    @Test
    void layersDoNotOvertakeEachOtherNorDoRequestsForAll() {
        bring(discriminator());
        var sizes = new ArrayList<Long>();
        ask(new Question.Activations(images(1), 0), a -> sizes.add(a.shape().size()));
        ask(new Question.Activations(images(1), 1), a -> sizes.add(a.shape().size()));
        ask(new Question.Activations(input(1), 0), a -> sizes.add(a.shape().size()));
        ask(new Question.GenerateAll(input(2)), made::add);
        ask(new Question.GenerateAll(input(70)), made::add);
        thread.work();

        assertThat(sizes)
                .containsExactly(
                        size(Side.DISCRIMINATOR, 0),
                        size(Side.DISCRIMINATOR, 1),
                        size(Side.GENERATOR, 0));
        assertThat(made).extracting(Samples::count).containsExactly(2, 70);
    }

    @Test
    void questionsAboutDWaitUntilItIsBroughtAndOnlyTheyWantIt() {
        bring(Optional.empty());
        ask(new Question.Generate(input(1)), made::add);
        assertThat(viewer.takeDiscriminatorWanted()).isFalse();
        var scores = new ArrayList<float[]>();
        ask(new Question.Score(images(1)), scores::add);
        thread.work();
        assertThat(scores).isEmpty();
        assertThat(viewer.lacksDiscriminator()).isTrue();

        bring(discriminator());
        thread.work();
        assertThat(scores).hasSize(1);
        assertThat(viewer.lacksDiscriminator()).isFalse();
        assertThat(viewer.takeDiscriminatorWanted()).isTrue();
        assertThat(viewer.takeDiscriminatorWanted()).isFalse();
    }

    @Test
    void aQuestionBeforeTheFirstSnapshotIsAnsweredFromIt() {
        ask(new Question.Generate(input(1)), made::add);
        ask(new Question.GenerateAll(input(2)), made::add);
        thread.work();
        assertThat(made).isEmpty();
        bring(Optional.empty());
        thread.work();
        assertThat(made).extracting(Samples::count).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whatCannotBeAnsweredIsRefusedAtOnce() {
        var wrong = new DiscriminatorInput(images(1).samples().pictures().first(0), new byte[0]);
        var points =
                new DiscriminatorInput(new Points(1, new Shape.Flat(2), new float[2]), new byte[0]);
        ask(new Question.Score(wrong), _ -> {});
        assertThatThrownBy(() -> ask(new Question.Score(points), _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ask(new Question.Activations(input(1), 99), _ -> {}))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void weightsAreCopiesOfTheNewestSnapshot() {
        var values = new ArrayList<float[]>();
        try (var network = new Network(plan.generator())) {
            float[] own = network.parameters().getFirst().parameter().value().heapToUpdate();
            own[3] = 42;
            viewer.update(new Snapshots(Snapshot.of(network), Optional.empty()));
        }
        var question = new Question.WeightsOf(Side.GENERATOR, 0);
        ask(question, w -> values.add(w.kernel().orElseThrow().values()));
        thread.work();
        assertThat(values.getFirst()[3]).isEqualTo(42);

        values.getFirst()[3] = 1;
        ask(question, w -> values.add(w.kernel().orElseThrow().values()));
        thread.work();
        assertThat(values.getLast()[3]).isEqualTo(42);
    }

    private <A> void ask(Question<A> question, Consumer<A> answer) {
        question.putTo(viewer, answer);
    }

    private void bring(Optional<Snapshot> discriminator) {
        try (var generator = new Network(plan.generator())) {
            viewer.update(new Snapshots(Snapshot.of(generator), discriminator));
        }
    }

    private Optional<Snapshot> discriminator() {
        try (var network = new Network(plan.discriminator())) {
            return Optional.of(Snapshot.of(network));
        }
    }

    private GeneratorInput input(int count) {
        return GeneratorInput.preview(plan.experiment(), count);
    }

    private static DiscriminatorInput images(int count) {
        var shape = new Shape.Image(28, 28, 1);
        return new DiscriminatorInput(
                new Images(count, shape, new byte[count * 28 * 28]), new byte[0]);
    }

    private long size(Side side, int layer) {
        var stack = side == Side.GENERATOR ? plan.generator() : plan.discriminator();
        return stack.layers().get(layer).output().orElseThrow().size();
    }

    /**
     * Works when a test says so. Still takes tasks when it is shutting down, as a thread may for a
     * moment.
     */
    private static final class ByHand extends AbstractExecutorService {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        void work() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void shutdown() {
            // What comes after this is still done.
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
