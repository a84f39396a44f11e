package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;

final class GridTest {
    @Test
    void imagesStandRowByRowWithGapsBetweenAndAround() {
        var three = new Images(3, new Shape.Image(1, 2, 1), new byte[] {1, 2, 3, 4, 5, 6});
        Images grid = Grid.of(three, 2, 1);
        assertThat(grid.count()).isEqualTo(1);
        assertThat(grid.shape()).isEqualTo(new Shape.Image(5, 7, 1));
        assertThat(grid.pixels())
                .containsExactly(
                        0, 0, 0, 0, 0, 0, 0, //
                        0, 1, 2, 0, 3, 4, 0, //
                        0, 0, 0, 0, 0, 0, 0, //
                        0, 5, 6, 0, 0, 0, 0, //
                        0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void coloursStayApart() {
        var two = new Images(2, new Shape.Image(1, 1, 3), new byte[] {1, 2, 3, 4, 5, 6});
        assertThat(Grid.of(two, 2, 0).pixels()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void enlargingMakesEveryPixelASquare() {
        var two = new Images(2, new Shape.Image(1, 2, 1), new byte[] {1, 2, 3, 4});
        Images large = Grid.enlarged(two, 2);
        assertThat(large.shape()).isEqualTo(new Shape.Image(2, 4, 1));
        assertThat(large.pixels())
                .containsExactly(
                        1, 1, 2, 2, //
                        1, 1, 2, 2, //
                        3, 3, 4, 4, //
                        3, 3, 4, 4);
    }
}
