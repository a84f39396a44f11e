package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class AlignmentTest {
    private static final LayerSpec A = dense(1);
    private static final LayerSpec B = dense(2);
    private static final LayerSpec C = new Flatten();
    private static final LayerSpec NORM = new BatchNorm(0.9, 1e-5, new Activation.ReLU());

    @Test
    void anInsertedLayerIsNewAndTheOthersStay() {
        assertThat(before(List.of(A, B), List.of(A, C, B))).containsExactly(0, -1, 1);
    }

    @Test
    void aRemovedLayerIsGone() {
        assertThat(before(List.of(A, B, C), List.of(A, C))).containsExactly(0, 2);
        assertThat(Alignment.of(List.of(A, B, C), List.of(A, C)).after(1)).isEmpty();
    }

    @Test
    void aMovedLayerIsFoundAgain() {
        assertThat(before(List.of(A, B, C), List.of(C, A, B))).containsExactly(2, 0, 1);
        assertThat(Alignment.of(List.of(A, B, C), List.of(C, A, B)).after(2)).contains(0);
    }

    @Test
    void anEditedLayerStaysWhereItIs() {
        assertThat(before(List.of(A, B, C), List.of(A, dense(7), C))).containsExactly(0, 1, 2);
    }

    @Test
    void aCopyIsNewBehindItsOriginal() {
        assertThat(before(List.of(A, NORM, C), List.of(A, NORM, NORM, C)))
                .containsExactly(0, 1, -1, 2);
    }

    @Test
    void nothingIsKeptOfAnotherStack() {
        assertThat(before(List.of(C), List.of(NORM))).containsExactly(-1);
        assertThat(before(List.of(), List.of(A, B))).containsExactly(-1, -1);
    }

    private static int[] before(List<LayerSpec> old, List<LayerSpec> now) {
        var alignment = Alignment.of(old, now);
        return IntStream.range(0, now.size()).map(i -> alignment.before(i).orElse(-1)).toArray();
    }

    private static LayerSpec dense(int units) {
        return new Dense(units, true, new Activation.Linear());
    }
}
