package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

final class BundledTest {
    @ParameterizedTest
    @EnumSource
    void holdsAsManyImagesAsItsNameSaysEquallyOftenOfEachClass(Collection collection) {
        Dataset set = Bundled.open(collection);
        assertThat(set.size()).isEqualTo(collection.size());
        assertThat(set.shape()).isEqualTo(new Shape.Image(28, 28, 1));
        var ofClass = new int[10];
        for (byte label : set.labels().orElseThrow()) {
            ofClass[label]++;
        }
        assertThat(ofClass).containsOnly(collection.size() / 10);
    }

    @Test
    void theDigitsAreThoseOfTheTrainingSplitInItsOrder() throws Exception {
        Dataset set = Bundled.open(Collection.MNIST);
        assertThat(Arrays.copyOf(set.labels().orElseThrow(), 10))
                .containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(sha256(set.images().pixels()))
                .isEqualTo("edb207fa8498487cec44fe26421cd2ed7ad37a2eeaefe4bd3f5226cc12206d8d");
    }

    @Test
    void theClothesAreThoseOfTheTrainingSplitInItsOrder() throws Exception {
        Dataset set = Bundled.open(Collection.FASHION_MNIST);
        assertThat(Arrays.copyOf(set.labels().orElseThrow(), 10))
                .containsExactly(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
        assertThat(sha256(set.images().pixels()))
                .isEqualTo("e1427044c614fabc29feeff0f27e6b68f88a9ee2f2cfe7d783b9157159864883");
    }

    @Test
    void aDigitReadsAsValuesFromMinusOneToOne() {
        Dataset set = Bundled.open(Collection.MNIST);
        var values = new float[2 + 784];
        set.read(1, values, 2);
        assertThat(values).startsWith(0, 0, -1).doesNotContain(Float.NaN);
        assertThat(Arrays.copyOfRange(values, 2, values.length)).contains(-1f, 0.9843137f);
    }

    @Test
    void everySetSaysWhoMadeItAndUnderWhichTerms() {
        assertThat(Bundled.licence(Collection.MNIST))
                .contains("Yann LeCun", "Corinna Cortes", "CC BY-SA 3.0");
        assertThat(Bundled.licence(Collection.FASHION_MNIST))
                .contains("Zalando SE", "Permission is hereby granted");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
