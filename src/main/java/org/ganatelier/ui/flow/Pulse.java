package org.ganatelier.ui.flow;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import org.ganatelier.experiment.basics.Side;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Shows who learnt in a step for as long as an eye needs: the discriminator, then the generator.
 * Steps that come faster than that are not told apart. FX thread only.
 */
final class Pulse {
    private static final Duration GLOW = Duration.millis(700);

    private final Consumer<Optional<Side>> light;
    private final PauseTransition glow = new PauseTransition(GLOW);
    private List<Side> next = List.of();

    /**
     * @param light shows who learns, or that nobody does
     */
    Pulse(Consumer<Optional<Side>> light) {
        this.light = light;
        glow.setOnFinished(_ -> go());
    }

    /**
     * A step was done.
     *
     * @param learners who learnt in it
     */
    void step(Set<Side> learners) {
        // A set of an enum is in its order, which is that of the two stacks; D learns first.
        next = List.of(Side.DISCRIMINATOR, Side.GENERATOR);
        next = next.stream().filter(learners::contains).toList();
        go();
    }

    /** Nobody learns any more. */
    void stop() {
        glow.stop();
        next = List.of();
        light.accept(Optional.empty());
    }

    private void go() {
        if (next.isEmpty()) {
            light.accept(Optional.empty());
            return;
        }
        light.accept(Optional.of(next.getFirst()));
        next = next.subList(1, next.size());
        glow.playFromStart();
    }
}
