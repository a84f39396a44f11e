package org.ganatelier.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

final class TensorTest {
    private static final float[] CHANNELS_LAST = {
        0, 10, 1, 11, 2, 12, 100, 110, 101, 111, 102, 112
    };

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

    /** Two images of two channels and three pixels; each number tells sample, channel and pixel. */
    private Tensor images() {
        Tensor images = memory.tensor(2, 2, 1, 3);
        float[] numbers = {0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112};
        System.arraycopy(numbers, 0, images.heapToWrite(), 0, numbers.length);
        return images;
    }

    @Test
    void imagesAreReadWithTheirChannelsLast() {
        Tensor images = images();
        assertThat(images.heap(Order.CHANNELS_LAST)).containsExactly(CHANNELS_LAST);
        assertThat(images.memory(Order.CHANNELS_LAST).toArray(ValueLayout.JAVA_FLOAT))
                .containsExactly(CHANNELS_LAST);
    }

    @Test
    void whatIsWrittenWithChannelsLastIsReadWithChannelsFirst() {
        Tensor images = memory.tensor(2, 2, 1, 3);
        MemorySegment.copy(
                CHANNELS_LAST,
                0,
                images.memoryToWrite(Order.CHANNELS_LAST),
                ValueLayout.JAVA_FLOAT,
                0,
                CHANNELS_LAST.length);
        assertThat(images.order()).isEqualTo(Order.CHANNELS_LAST);
        assertThat(images.heap()).containsExactly(images().heap());
        assertThat(images.array().getFloat(1, 0, 0, 2)).isEqualTo(102);
    }

    @Test
    void aWritingInOneOrderIsTheNewestInTheOther() {
        Tensor images = images();
        images.heap(Order.CHANNELS_LAST);
        images.heapToUpdate()[5] = -1;
        assertThat(images.order()).isEqualTo(Order.CHANNELS_FIRST);
        assertThat(images.heap(Order.CHANNELS_LAST)[5]).isEqualTo(-1);
        images.heapToUpdate(Order.CHANNELS_LAST)[5] = -2;
        assertThat(images.heap()[5]).isEqualTo(-2);
    }

    /** A flattening sees the numbers of an image one after the other, channels first. */
    @Test
    void aViewHasTheOrderOfItsOwnShape() {
        Tensor images = memory.tensor(2, 2, 1, 3);
        Tensor flat = images.reshaped(2, 6);
        Tensor other = images.reshaped(2, 3, 2, 1);
        System.arraycopy(
                CHANNELS_LAST, 0, images.heapToWrite(Order.CHANNELS_LAST), 0, CHANNELS_LAST.length);
        assertThat(flat.heap()).containsExactly(images().heap());
        assertThat(other.order()).isEqualTo(Order.CHANNELS_FIRST);
        assertThat(other.heap(Order.CHANNELS_LAST))
                .containsExactly(0, 2, 11, 1, 10, 12, 100, 102, 111, 101, 110, 112);
    }

    /** One channel, or one pixel, is first and last at once. */
    @Test
    void ordersThatAreTheSameAreNotCopied() {
        Tensor grey = memory.tensor(2, 1, 2, 2);
        assertThat(grey.heap(Order.CHANNELS_LAST)).isSameAs(grey.heap());
        assertThat(grey.order()).isEqualTo(Order.CHANNELS_FIRST);
        assertThatThrownBy(() -> tensor.heap(Order.CHANNELS_LAST))
                .isInstanceOf(IllegalStateException.class);
    }
}
