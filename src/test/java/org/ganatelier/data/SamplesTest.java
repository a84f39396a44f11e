package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;

final class SamplesTest {
    private static final Shape.Flat PLANE = new Shape.Flat(2);

    @Test
    void valuesOfAnImageBecomeBytes() {
        SampleBuffer buffer = SampleBuffer.of(new Shape.Image(1, 2, 1), 2);
        buffer.put(1, 1, new float[] {1, 9});
        buffer.put(0, 1, new float[] {-1, 0});
        assertThat(Images.require(buffer.samples()).pixels())
                .containsExactly(0, 127, (byte) 255, (byte) 255);
    }

    @Test
    void valuesOfAVectorStayAsTheyAre() {
        SampleBuffer buffer = SampleBuffer.of(PLANE, 2);
        buffer.put(0, 2, new float[] {-7.5f, 0.123456f, 1, 2, 99});
        assertThat(buffer.samples())
                .isInstanceOfSatisfying(
                        Points.class,
                        points ->
                                assertThat(points.coordinates())
                                        .containsExactly(-7.5f, 0.123456f, 1, 2));
    }

    @Test
    void pointsArePickedWhole() {
        var points = new Points(3, PLANE, new float[] {1, 2, 3, 4, 5, 6});
        assertThat(points.pick(2, 0).coordinates()).containsExactly(5, 6, 1, 2);
        assertThat(points.get(1).coordinates()).containsExactly(3, 4);
        assertThat(points.first(2).coordinates()).containsExactly(1, 2, 3, 4);
        assertThat(points.first(9).count()).isEqualTo(3);
        assertThat(points.at(2, 1)).isEqualTo(6);
        var target = new float[3];
        points.read(1, target, 1);
        assertThat(target).containsExactly(0, 3, 4);
    }

    @Test
    void onlyPointsOfAsManyCoordinatesGoTogether() {
        var points = new Points(1, PLANE, new float[] {1, 2});
        assertThat(points.and(new Points(1, PLANE, new float[] {3, 4})).coordinates())
                .containsExactly(1, 2, 3, 4);
        var line = new Points(2, new Shape.Flat(1), new float[] {1, 2});
        var image = new Images(1, new Shape.Image(1, 2, 1), new byte[2]);
        assertThatThrownBy(() -> points.and(line)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> points.and(image)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> image.and(points)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsNeedAllTheirCoordinates() {
        assertThatThrownBy(() -> new Points(2, PLANE, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 values");
    }

    @Test
    void pointsAreNoImages() {
        assertThatThrownBy(() -> Images.require(new Points(0, PLANE, new float[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePictureOfPointsHasTheSecondCoordinateUpwards() {
        Images upperRight = new Points(1, PLANE, new float[] {1.4f, 1.4f}).pictures();
        int side = upperRight.shape().width();
        assertThat(upperRight.count()).isOne();
        assertThat(lit(upperRight, 0, side / 2, side / 2, side)).isTrue();
        assertThat(lit(upperRight, side / 2, side, 0, side)).isFalse();
    }

    @Test
    void pointsBeyondThePictureAreLeftOut() {
        Images none =
                new Points(
                                3,
                                PLANE,
                                new float[] {1000, 0, Float.NaN, 0, 0, Float.NEGATIVE_INFINITY})
                        .pictures();
        assertThat(lit(none, 0, none.shape().height(), 0, none.shape().width())).isFalse();
    }

    private static boolean lit(Images image, int top, int bottom, int left, int right) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (image.pixels()[y * image.shape().width() + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
