package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;
import org.junit.jupiter.api.Test;

import java.util.Optional;

final class CardOrderTest {
    private static final int IN_GENERATOR = 5;
    private static final int IN_DISCRIMINATOR = 2;

    @Test
    void arrowsWalkThroughAStackAndStopAtItsEnds() {
        assertThat(go(g(2), KeyCode.UP)).contains(g(1));
        assertThat(go(g(2), KeyCode.DOWN)).contains(g(3));
        assertThat(go(g(0), KeyCode.UP)).isEmpty();
        assertThat(go(g(4), KeyCode.DOWN)).isEmpty();
        assertThat(go(g(2), KeyCode.HOME)).contains(g(0));
        assertThat(go(g(2), KeyCode.END)).contains(g(4));
    }

    @Test
    void arrowsLeadAcrossToTheSameHeightOrTheLast() {
        assertThat(go(g(1), KeyCode.RIGHT)).contains(d(1));
        assertThat(go(g(4), KeyCode.RIGHT)).contains(d(1));
        assertThat(go(d(1), KeyCode.LEFT)).contains(g(1));
        assertThat(go(g(1), KeyCode.LEFT)).isEmpty();
        assertThat(go(d(1), KeyCode.RIGHT)).isEmpty();
    }

    @Test
    void nothingLeadsIntoAnEmptyStack() {
        assertThat(CardOrder.from(g(0), KeyCode.RIGHT, side -> side == Side.GENERATOR ? 1 : 0))
                .isEmpty();
    }

    private static Optional<Place.Layer> go(Place.Layer at, KeyCode key) {
        return CardOrder.from(
                at, key, side -> side == Side.GENERATOR ? IN_GENERATOR : IN_DISCRIMINATOR);
    }

    private static Place.Layer g(int index) {
        return new Place.Layer(Side.GENERATOR, index);
    }

    private static Place.Layer d(int index) {
        return new Place.Layer(Side.DISCRIMINATOR, index);
    }
}
