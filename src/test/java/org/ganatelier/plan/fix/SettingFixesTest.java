package org.ganatelier.plan.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.data.DataSpec;
import org.junit.jupiter.api.Test;

final class SettingFixesTest {
    /** Two of the same id are equal whatever else they say: so each part is compared. */
    @Test
    void theSmallDataIsABundledSetAsItsDescriptionSays() {
        DataSpec.Bundled described = Sets.MNIST.spec();
        assertThat(SettingFixes.SMALL_DATA.id()).isEqualTo(described.id());
        assertThat(SettingFixes.SMALL_DATA.title()).isEqualTo(described.title());
        assertThat(SettingFixes.SMALL_DATA.shape()).isEqualTo(described.shape());
        assertThat(SettingFixes.SMALL_DATA.classNames()).isEqualTo(described.classNames());
    }
}
