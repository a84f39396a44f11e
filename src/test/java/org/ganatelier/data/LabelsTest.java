package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class LabelsTest {
    @Test
    void theLabelsThatOccurAreListedOnceEachAndUnsigned() {
        assertThat(Labels.values(new byte[] {7, 3, (byte) 200, 7})).containsExactly(3, 7, 200);
    }

    @Test
    void aClassIsThePlaceOfItsLabel() {
        byte[] classes = Labels.toClasses(new byte[] {7, 3, (byte) 200}, List.of(3, 7, 200));
        assertThat(classes).containsExactly(1, 0, 2);
    }

    @Test
    void labelsThatCountFromZeroStayAsTheyAre() {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        List<Integer> values = IntStream.range(0, 256).boxed().toList();
        assertThat(Labels.toClasses(all, values)).isEqualTo(all);
    }

    @Test
    void aLabelThatIsNotKnownIsOfNoClass() {
        assertThat(Labels.toClasses(new byte[] {3, 5, 7}, List.of(3, 7))).containsExactly(0, 2, 1);
    }
}
