package org.ganatelier.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.layer.Padding;
import org.junit.jupiter.api.Test;

final class SpectrumTest {
    private static Spectrum square(Axis axis, int large, int small) {
        return new Spectrum(axis, axis, large, small);
    }

    private static Axis same(int large, int small, int kernel, int stride) {
        return Axis.of(large, small, kernel, stride, 1, Padding.SAME);
    }

    /** 9x9 frequencies: one is real, of the other 80 half are mirror images. */
    @Test
    void aComplexProductTakesThreeRealOnes() {
        Spectrum spectrum = square(same(7, 7, 5, 1), 128, 256);
        assertThat(spectrum.products()).isEqualTo(1 + 3 * 40);
        assertThat(spectrum.phases()).isEqualTo(1);
    }

    /** 8x8 frequencies, four of them real. */
    @Test
    void aStrideIsTakenApartIntoPhases() {
        Spectrum spectrum = square(same(14, 7, 5, 2), 64, 128);
        assertThat(spectrum.products()).isEqualTo(4 + 3 * 30);
        assertThat(spectrum.phases()).isEqualTo(4);
        assertThat(spectrum.phasePixels()).isEqualTo(49);
    }

    @Test
    void itPaysForLargeKernelsAndManyChannels() {
        assertThat(square(same(7, 7, 5, 1), 128, 256).pays()).isTrue();
        assertThat(square(same(14, 7, 5, 2), 64, 128).pays()).isTrue();
        assertThat(square(same(14, 7, 4, 2), 64, 128).pays()).isFalse();
        assertThat(square(same(7, 7, 5, 1), 32, 256).pays()).isFalse();
        assertThat(square(same(64, 64, 5, 1), 128, 256).pays()).isFalse();
        assertThat(square(same(7, 7, 5, 1), 512, 512).pays()).isFalse();
        assertThat(square(same(4096, 4096, 5, 1), 2048, 2048).pays()).isFalse();
    }

    @Test
    void onlyWholePhasesAreTakenApart() {
        assertThat(square(Axis.of(14, 7, 5, 2, 1, Padding.SAME), 128, 128).pays()).isTrue();
        assertThat(square(Axis.of(13, 7, 5, 2, 1, Padding.SAME), 128, 128).pays()).isFalse();
        assertThat(square(Axis.of(14, 14, 5, 1, 2, Padding.SAME), 128, 128).pays()).isFalse();
    }
}
