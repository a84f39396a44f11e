package org.ganatelier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final float[] OUTPUTS = {0.2f, 0.9f, Float.NaN, 0.5f, 0.1f, 0.8f};

    @Test
    void theHighestComesFirstAndWhatIsNoNumberLast() {
        assertThat(Places.sorted(OUTPUTS, OUTPUTS.length).images())
                .containsExactly(1, 5, 3, 0, 4, 2);
    }

    @Test
    void rowsThatMeanSomethingStayTogether() {
        assertThat(Places.sorted(OUTPUTS, 3).images()).containsExactly(1, 0, 2, 5, 3, 4);
    }

    @Test
    void anImageIsFoundAtItsPlace() {
        Places places = Places.sorted(OUTPUTS, OUTPUTS.length);
        for (int image = 0; image < OUTPUTS.length; image++) {
            assertThat(places.imageAt(places.placeOf(image))).isEqualTo(image);
        }
        assertThat(places.imageAt(OUTPUTS.length)).isEqualTo(-1);
        assertThat(places.placeOf(17)).isEqualTo(-1);
    }
}
