package org.ganatelier.plan.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.network.Nets;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;

final class RunMemoryTest {
    private static final String FORTY_NORMALIZATIONS =
            "src/test/resources/fixtures/experiments/optimizer-overflows-at-once.json";

    @Test
    void aSecondDiscriminatorIsMadeOnlyWhereThereIsRoom() throws Exception {
        var small = Nets.ready(BenchNets.load("classroom"));
        var large = Nets.ready(Presets.open(FORTY_NORMALIZATIONS));
        assertThat(RunMemory.hasRoomForSecondDiscriminator(small)).isTrue();
        assertThat(RunMemory.hasRoomForSecondDiscriminator(large)).isFalse();
    }
}
