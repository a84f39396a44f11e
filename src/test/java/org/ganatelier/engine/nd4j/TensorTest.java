package org.ganatelier.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TensorTest {
    private final Memory memory = new Memory();
    private final Tensor tensor = memory.tensor(2, 2);

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @AfterEach
    void freeMemory() {
        memory.close();
    }

    @Test
    void whatIsChangedInPlaceBeginsWithTheNewestNumbers() {
        tensor.heapToWrite()[0] = 1;
        tensor.arrayToWrite().assign(5);

        float[] values = tensor.heapToUpdate();
        assertThat(values).containsOnly(5);
        values[3] = 7;

        assertThat(tensor.array().getFloat(1, 1)).isEqualTo(7);
        assertThat(tensor.array().getFloat(0, 0)).isEqualTo(5);
    }

    @Test
    void aChangeInPlaceIsAWriting() {
        long version = tensor.version();
        tensor.heapToUpdate();
        assertThat(tensor.version()).isGreaterThan(version);
        long updated = tensor.version();
        tensor.heap();
        assertThat(tensor.version()).isEqualTo(updated);
    }
}
