package org.ganatelier.plan.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.network.Nets;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;

final class RunMemoryTest {
    private static final String FORTY_NORMALIZATIONS =
            "src/test/resources/fixtures/experiments/optimizer-overflows-at-once.json";

    /** Its convolutions are computed by spectra, which take memory. */
    @Test
    void theTutorialStillFits() throws Exception {
        Bytes all = RunMemory.of(Nets.ready(BenchNets.load("tutorial")));
        assertThat(all.outside()).isLessThan(Limits.RUN_BYTES);
        assertThat(all.heap()).isLessThan(Limits.RUN_BYTES);
    }

    @Test
    void aSecondDiscriminatorIsMadeOnlyWhereThereIsRoom() throws Exception {
        var small = Nets.ready(BenchNets.load("classroom"));
        var large = Nets.ready(Presets.open(FORTY_NORMALIZATIONS));
        assertThat(RunMemory.hasRoomForSecondDiscriminator(small)).isTrue();
        assertThat(RunMemory.hasRoomForSecondDiscriminator(large)).isFalse();
    }
}
