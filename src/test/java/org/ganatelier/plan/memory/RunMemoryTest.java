package org.ganatelier.plan.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.network.Nets;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
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

    private static Plan tutorial(int batch) throws Exception {
        return Nets.ready(BenchNets.load("tutorial").withTraining(t -> t.withBatchSize(batch)));
    }

    private static NetworkPlan bySpectra(NetworkPlan plan) {
        return new NetworkPlan(plan.input(), plan.layers(), plan.labels());
    }

    private static Plan bySpectra(Plan plan) {
        return new Plan(
                plan.experiment(), bySpectra(plan.generator()), bySpectra(plan.discriminator()));
    }

    @Test
    void bothNetworksComputeBySpectraWhereThereIsRoom() throws Exception {
        Plan plan = tutorial(64);
        assertThat(plan.generator().spectra()).isTrue();
        assertThat(plan.discriminator().spectra()).isTrue();
        assertThat(RunMemory.of(plan)).isEqualTo(RunMemory.of(bySpectra(plan)));
    }

    /** It was accepted before there were spectra. */
    @Test
    void aRunThatHasNoRoomForSpectraGoesWithout() throws Exception {
        Plan plan = tutorial(80);
        assertThat(plan.generator().spectra()).isFalse();
        assertThat(plan.discriminator().spectra()).isFalse();
        assertThat(RunMemory.of(bySpectra(plan)).outside()).isGreaterThan(Limits.RUN_BYTES);
        assertThat(RunMemory.of(plan).outside()).isLessThan(Limits.RUN_BYTES);
    }

    @Test
    void roomForASecondDiscriminatorIsWhatSpectraLeave() throws Exception {
        Plan plan = tutorial(64);
        assertThat(RunMemory.hasRoomForSecondDiscriminator(plan)).isFalse();
        assertThat(RunMemory.hasRoomForSecondDiscriminator(plan.withoutSpectra())).isTrue();
    }

    @Test
    void aSecondDiscriminatorIsMadeOnlyWhereThereIsRoom() throws Exception {
        var small = Nets.ready(BenchNets.load("classroom"));
        var large = Nets.ready(Presets.open(FORTY_NORMALIZATIONS));
        assertThat(RunMemory.hasRoomForSecondDiscriminator(small)).isTrue();
        assertThat(RunMemory.hasRoomForSecondDiscriminator(large)).isFalse();
    }
}
