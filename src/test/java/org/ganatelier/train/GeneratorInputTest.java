package org.ganatelier.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

class GeneratorInputTest {
    private static final int LATENT = 10;

    private final Experiment plain = Presets.load("digits-plain");
    private final Experiment told = plain.withConditioning(Conditioning.PROJECTION);

    GeneratorInputTest() throws Exception {}

    @Test
    void withoutLabelsThereIsOnlyNoise() {
        assertThat(GeneratorInput.sampled(plain, 5, 1).labels()).isEmpty();
        assertThat(GeneratorInput.preview(plain, 64).labels()).isEmpty();
        assertThat(GeneratorInput.preview(plain, 64).noise()).isEqualTo(PreviewNoise.of(plain, 64));
        assertThat(GeneratorInput.of(plain, new float[LATENT], 7).labels()).isEmpty();
    }

    @Test
    void aPreviewHasARowForEachClassAndTheSameNoiseInAColumn() {
        var input = GeneratorInput.preview(told, 64);

        assertThat(input.labels()).hasSize(80);
        for (int i = 0; i < 80; i++) {
            assertThat(input.labels()[i]).isEqualTo((byte) (i / 8));
            assertThat(noise(input, i)).isEqualTo(noise(input, i % 8));
        }
        assertThat(noise(input, 0)).isNotEqualTo(noise(input, 1));
    }

    @Test
    void aPreviewOfClustersHasNoRowsButAllInTurn() {
        Experiment clusters = plain.withClusters(20);
        var input = GeneratorInput.preview(clusters, 64);

        assertThat(GeneratorInput.previewRows(clusters)).isZero();
        assertThat(input.noise()).isEqualTo(PreviewNoise.of(clusters, 64));
        assertThat(input.labels()).hasSize(64).startsWith(0, 1, 2).contains(19);
        assertThat(clusters.named(input.labels())).isEmpty();
        assertThat(told.named(input.labels())).isSameAs(input.labels());
    }

    @Test
    void aSampleHasAllClassesEquallyOftenAlsoInEveryTenthImage() {
        byte[] labels = GeneratorInput.sampled(told, 1000, 3).labels();
        var counts = new int[10];
        var everyTenth = new int[10];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            everyTenth[labels[i]] += i % 10 == 4 ? 1 : 0;
        }
        assertThat(counts).containsOnly(100);
        assertThat(everyTenth).containsOnly(10);
    }

    @Test
    void aClassMayBeAskedForAndPartsKeepTheirs() {
        var input = GeneratorInput.of(told, new float[3 * LATENT], 7);
        assertThat(input.count()).isEqualTo(3);
        assertThat(input.labels()).containsExactly(7, 7, 7);

        var some = GeneratorInput.sampled(told, 20, 3);
        var part = some.part(5, 9);
        assertThat(part.labels()).isEqualTo(Arrays.copyOfRange(some.labels(), 5, 9));
        assertThat(noise(part, 0)).isEqualTo(noise(some, 5));
        Set<Byte> all = new HashSet<>();
        for (byte label : some.part(0, 10).labels()) {
            all.add(label);
        }
        assertThat(all).hasSize(10);
    }

    private static float[] noise(GeneratorInput input, int image) {
        return Arrays.copyOfRange(input.noise(), image * LATENT, (image + 1) * LATENT);
    }
}
