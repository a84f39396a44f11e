package org.ganatelier.ui.slow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final int SIZE = 3;

    /** A little more than one part takes. */
    private static final double ONE = Playback.SECONDS * 1.01;

    private final Playback playback = new Playback();

    @BeforeEach
    void begin() {
        playback.begin(SIZE);
    }

    @Test
    void playsFromTheFirstToTheLastAndStaysThere() {
        assertThat(playback.playingProperty().get()).isTrue();
        assertThat(playback.progressProperty().get()).isZero();
        playback.advance(ONE);
        assertThat(index()).isEqualTo(1);
        playback.advance(ONE);
        playback.advance(ONE);
        assertThat(index()).isEqualTo(2);
        assertThat(playback.progressProperty().get()).isEqualTo(1);
        assertThat(playback.playingProperty().get()).isFalse();
    }

    @Test
    void aPauseStopsTime() {
        playback.advance(1);
        double then = playback.progressProperty().get();
        playback.pause();
        playback.advance(ONE);
        assertThat(playback.progressProperty().get()).isEqualTo(then).isPositive();
        playback.play();
        playback.advance(1);
        assertThat(playback.progressProperty().get()).isGreaterThan(then);
    }

    @Test
    void whoGoesBackOrForwardSeesAllOfItAndNothingMoves() {
        playback.next();
        assertThat(index()).isEqualTo(1);
        assertThat(playback.playingProperty().get()).isFalse();
        assertThat(playback.progressProperty().get()).isEqualTo(1);
        playback.back();
        playback.back();
        assertThat(index()).isZero();
        playback.show(SIZE);
        assertThat(index()).as("there is none").isZero();
    }

    @Test
    void whatIsSeenIsNotPlayedAgainUnlessItIsTheLast() {
        playback.show(1);
        playback.play();
        playback.advance(0.001);
        assertThat(index()).isEqualTo(2);
        playback.show(SIZE - 1);
        playback.play();
        assertThat(index()).isZero();
        assertThat(playback.progressProperty().get()).isZero();
    }

    @Test
    void aRepetitionIsOfOnePartAlone() {
        playback.show(1);
        playback.repeat();
        assertThat(playback.progressProperty().get()).isZero();
        playback.advance(ONE);
        assertThat(index()).isEqualTo(1);
        assertThat(playback.playingProperty().get()).isFalse();
    }

    @Test
    void aRepetitionWhileAllIsPlayedGoesOnAfterwards() {
        playback.advance(1);
        playback.repeat();
        assertThat(playback.progressProperty().get()).isZero();
        playback.advance(ONE);
        assertThat(index()).isEqualTo(1);
        assertThat(playback.playingProperty().get()).isTrue();
    }

    @Test
    void twiceTheSpeedTakesHalfTheTime() {
        playback.speedProperty().set(2);
        playback.advance(ONE / 2);
        assertThat(index()).isEqualTo(1);
    }

    @Test
    void whereThereIsNothingNothingIsPlayed() {
        playback.begin(0);
        playback.play();
        playback.repeat();
        assertThat(playback.playingProperty().get()).isFalse();
    }

    private int index() {
        return playback.indexProperty().get();
    }
}
