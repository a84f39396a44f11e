package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

final class CatalogTest {
    static List<BundledSet> sets() {
        return Catalog.all();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void holdsAsManyImagesAsItsNameSaysEquallyOftenOfEachClass(BundledSet description) {
        Dataset set = description.open();
        assertThat(set.size()).isEqualTo(description.samples());
        assertThat(set.shape()).isEqualTo(description.spec().shape());
        var ofClass = new int[description.spec().classes()];
        for (byte label : set.labels().orElseThrow()) {
            ofClass[label]++;
        }
        assertThat(ofClass).containsOnly(description.samples() / ofClass.length);
    }

    @Test
    void theDigitsAreThoseOfTheTrainingSplitInItsOrder() throws Exception {
        Dataset set = Sets.MNIST.open();
        assertThat(Arrays.copyOf(set.labels().orElseThrow(), 10))
                .containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(sha256(set.images().pixels()))
                .isEqualTo("edb207fa8498487cec44fe26421cd2ed7ad37a2eeaefe4bd3f5226cc12206d8d");
    }

    @Test
    void theClothesAreThoseOfTheTrainingSplitInItsOrder() throws Exception {
        Dataset set = Sets.FASHION.open();
        assertThat(Arrays.copyOf(set.labels().orElseThrow(), 10))
                .containsExactly(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
        assertThat(sha256(set.images().pixels()))
                .isEqualTo("e1427044c614fabc29feeff0f27e6b68f88a9ee2f2cfe7d783b9157159864883");
    }

    @Test
    void aDigitReadsAsValuesFromMinusOneToOne() {
        Dataset set = Sets.MNIST.open();
        var values = new float[2 + 784];
        set.read(1, values, 2);
        assertThat(values).startsWith(0, 0, -1).doesNotContain(Float.NaN);
        assertThat(Arrays.copyOfRange(values, 2, values.length)).contains(-1f, 0.9843137f);
    }

    @Test
    void everySetSaysWhoMadeItAndUnderWhichTerms() {
        assertThat(Sets.MNIST.licence()).contains("Yann LeCun", "Corinna Cortes", "CC BY-SA 3.0");
        assertThat(Sets.FASHION.licence()).contains("Zalando SE", "Permission is hereby granted");
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyDescriptionIsWhole(BundledSet set) {
        assertThat(set.title()).isNotBlank();
        assertThat(set.shortTitle()).isNotBlank();
        assertThat(set.spec().classNames()).doesNotHaveDuplicates();
        assertThat(set.licence()).isNotBlank();
        assertThat(set.heldOutPerClass()).isBetween(1, set.samples() / set.spec().classes() - 1);
        assertThat(set.classifier().epochs()).isPositive();
        assertThat(getClass().getResource("/classifiers/" + set.classifier().file())).isNotNull();
    }

    @Test
    void aSetIsFoundByEachOfItsNames() {
        assertThat(Catalog.find("fashion-mnist")).contains(Sets.FASHION);
        assertThat(Catalog.find("fashion")).contains(Sets.FASHION);
        assertThat(Catalog.find("Fashion-MNIST")).isEmpty();
        assertThat(Catalog.find("")).isEmpty();
        assertThat(Sets.FASHION.shortestName()).isEqualTo("fashion");
        assertThat(Catalog.of(Sets.MNIST.spec())).isEqualTo(Sets.MNIST);
    }

    @Test
    void namesNeverMeanTwoSets() {
        List<String> names =
                Catalog.all().stream()
                        .flatMap(set -> Stream.concat(Stream.of(set.id()), set.aliases().stream()))
                        .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
