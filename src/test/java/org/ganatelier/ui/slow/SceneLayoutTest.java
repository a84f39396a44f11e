package org.ganatelier.ui.slow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SceneLayoutTest {
    private static final int DIGIT = 28;
    private static final double WORDS = 24;

    private final SceneLayout eight = new SceneLayout(DIGIT, 8);

    @Test
    void pixelsAreEnlargedByAWholeNumber() {
        for (double height = 40; height < 300; height += 7) {
            double side = eight.oneOfSeveral(1300, height).side();
            assertThat(side % DIGIT).isZero();
            assertThat(side).isBetween(2.0 * DIGIT, 5.0 * DIGIT);
        }
    }

    @Test
    void aNarrowPlaceHasTwoRowsWhereThatMakesPicturesLarger() {
        SceneLayout.Found narrow = eight.single(490, 290, WORDS);
        assertThat(narrow.wraps()).isTrue();
        assertThat(narrow.side()).isEqualTo(4.0 * DIGIT);
        SceneLayout.Found wide = eight.single(1300, 290, WORDS);
        assertThat(wide.wraps()).isFalse();
        assertThat(wide.side()).isEqualTo(5.0 * DIGIT);
    }

    @Test
    void aRowWithoutASecondOneShowsFourAtLeast() {
        double width = 300;
        double side = eight.oneOfSeveral(width, 500).side();
        assertThat(4 * side + 3 * SceneLayout.GAP).isLessThanOrEqualTo(width);
    }

    @Test
    void aPictureThatIsAloneMayBeLarge() {
        assertThat(new SceneLayout(96, 1).single(490, 400, WORDS).side()).isEqualTo(288);
    }
}
