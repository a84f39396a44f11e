package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

final class SplitTest {
    @Test
    void holdsOutTheLastOfEachClassInTheOrderOfTheSet() {
        byte[] labels = {0, 1, 0, 1, 1, 0, 2, 2};
        var images = new Images(8, new Shape.Image(1, 1, 1), new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
        Split split = Split.of(Dataset.of(images, Optional.of(labels)), 1);
        assertThat(split.heldOut().images().pixels()).containsExactly(4, 5, 7);
        assertThat(split.heldOut().labels().orElseThrow()).containsExactly(1, 0, 2);
        assertThat(split.training().images().pixels()).containsExactly(0, 1, 2, 3, 6);
        assertThat(split.training().labels().orElseThrow()).containsExactly(0, 1, 0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"mnist, 25000, 500", "fashion-mnist, 8000, 200"})
    void theBundledSetsAreHeldOutEvenly(String id, int training, int perClass) {
        Split split = Split.of(Catalog.find(id).orElseThrow());
        assertThat(split.training().size()).isEqualTo(training);
        var counts = new int[10];
        for (byte label : split.heldOut().labels().orElseThrow()) {
            counts[label]++;
        }
        assertThat(counts).containsOnly(perClass);
    }

    /** Of clothes: digits have a few pairs of ones that are the same. */
    @Test
    void noImageIsInBothParts() {
        Split split = Split.of(Sets.FASHION);
        Set<Integer> taught = hashes(split.training().images());
        Set<Integer> held = hashes(split.heldOut().images());
        assertThat(held).hasSizeGreaterThan(1990).doesNotContainAnyElementsOf(taught);
    }

    private static Set<Integer> hashes(Images images) {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < images.count(); i++) {
            hashes.add(Arrays.hashCode(images.get(i).pixels()));
        }
        return hashes;
    }

    @Test
    void someImagesAreEvenlySpaced() {
        var images = new Images(6, new Shape.Image(1, 1, 1), new byte[] {0, 1, 2, 3, 4, 5});
        assertThat(images.some(3).pixels()).containsExactly(0, 2, 4);
        assertThat(images.some(4).pixels()).containsExactly(0, 1, 3, 4);
        assertThat(images.some(9).pixels()).isEqualTo(images.pixels());
    }
}
