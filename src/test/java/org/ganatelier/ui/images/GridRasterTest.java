package org.ganatelier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.ui.widget.AreaScale;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class GridRasterTest {
    private static final int GAP = 0xFF123456;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    @Test
    void aWholeFactorRepeatsPixels() {
        var raster = new GridRaster(1, 1, new Shape.Image(2, 2, 1), 8, 8, false);
        int[] argb = drawn(raster, new Images(1, new Shape.Image(2, 2, 1), bytes(0, 255, 255, 0)));

        assertThat(raster.cellWidth()).isEqualTo(4);
        assertThat(row(argb, raster, 0)).containsOnly(GAP);
        assertThat(row(argb, raster, 2))
                .containsExactly(GAP, GAP, BLACK, BLACK, WHITE, WHITE, GAP, GAP);
        assertThat(row(argb, raster, 5))
                .containsExactly(GAP, GAP, WHITE, WHITE, BLACK, BLACK, GAP, GAP);
        assertThat(row(argb, raster, 7)).containsOnly(GAP);
    }

    @Test
    void anyFactorKeepsTheMeanBrightness() {
        var scale = new AreaScale(28, 45);
        var source = new float[28];
        double mean = 0;
        for (int i = 0; i < source.length; i++) {
            source[i] = (i * 37) % 256;
            mean += source[i] / source.length;
        }
        double scaled = 0;
        for (int i = 0; i < scale.size(); i++) {
            scaled += scale.at(i, source, 0, 1) / scale.size();
        }

        // Float rounding only: the weights of each source pixel add up to the same.
        assertThat(scaled).isCloseTo(mean, within(1e-3));
    }

    @Test
    void shrinkingTakesTheMeanOfWhatIsCovered() {
        var scale = new AreaScale(4, 2);

        assertThat(scale.at(0, new float[] {10, 20, 100, 200}, 0, 1)).isEqualTo(15);
        assertThat(scale.at(1, new float[] {10, 20, 100, 200}, 0, 1)).isEqualTo(150);
    }

    @Test
    void theGridIsAsLargeAsFits() {
        var raster = new GridRaster(8, 8, new Shape.Image(28, 28, 1), 430, 1000, false);

        // 430 = 9 gaps of 2 + 8 * 51.5: a cell of 51, as half a pixel does not exist.
        assertThat(raster.cellWidth()).isEqualTo(51);
        assertThat(raster.cellHeight()).isEqualTo(51);
        assertThat(raster.width()).isEqualTo(8 * 51 + 9 * 2);
    }

    @Test
    void aPointBelongsToTheImageUnderIt() {
        var raster = new GridRaster(8, 8, new Shape.Image(28, 28, 1), 430, 430, false);

        assertThat(raster.indexAt(3, 3)).isZero();
        for (int index : new int[] {0, 7, 8, 42, 63}) {
            double x = raster.left(index) + raster.cellWidth() / 2.0;
            double y = raster.top(index) + raster.cellHeight() / 2.0;
            assertThat(raster.indexAt(x, y)).isEqualTo(index);
        }
        assertThat(raster.indexAt(-1, 5)).isEqualTo(-1);
        assertThat(raster.indexAt(5, raster.height() + 1)).isEqualTo(-1);
    }

    @Test
    void threeChannelsAreRedGreenAndBlue() {
        var shape = new Shape.Image(1, 1, 3);
        var raster = new GridRaster(1, 1, shape, 5, 5, false);
        int[] argb = drawn(raster, new Images(1, shape, bytes(255, 128, 1)));

        assertThat(argb[raster.top(0) * raster.width() + raster.left(0)]).isEqualTo(0xFFFF8001);
    }

    @Test
    void aBorderLiesAroundItsImageAndNotOnIt() {
        var shape = new Shape.Image(2, 2, 1);
        var raster = new GridRaster(2, 1, shape, 40, 20, true);
        int[] argb = drawn(raster, new Images(2, shape, bytes(255, 255, 255, 255, 0, 0, 0, 0)));
        raster.border(0, 0xFF00FF00, argb);

        long green = Arrays.stream(argb).filter(colour -> colour == 0xFF00FF00).count();
        int side = raster.cellWidth();
        int outside = side + 2 * GridRaster.BORDER;
        assertThat(green).isEqualTo((long) outside * outside - (long) side * side);
        assertThat(argb[raster.top(0) * raster.width() + raster.left(0)]).isEqualTo(WHITE);
        assertThat(argb[raster.top(0) * raster.width() + raster.left(0) - 1]).isEqualTo(0xFF00FF00);
        assertThat(argb[raster.top(1) * raster.width() + raster.left(1) - 1]).isEqualTo(GAP);
    }

    /** The second image's heat over what is drawn first. */
    @Test
    void heatLiesOnTheImageThatItIsOf() {
        var shape = new Shape.Image(1, 1, 1);
        var raster = new GridRaster(2, 1, shape, 20, 10, false);
        int[] argb = drawn(raster, new Images(2, shape, bytes(128, 128)));
        int left = raster.top(0) * raster.width() + raster.left(0);
        int right = raster.top(1) * raster.width() + raster.left(1);
        int plain = argb[right];
        raster.overlay(0, new float[] {0, 1}, 1, argb);

        assertThat(argb[right]).isEqualTo(plain);
        assertThat(argb[left]).isNotEqualTo(plain);
        assertThat(argb[left] & 0xFF).isLessThan(argb[left] >> 16 & 0xFF);
    }

    @Test
    void fewerImagesThanPlacesLeaveTheRestEmpty() {
        var shape = new Shape.Image(1, 1, 1);
        var raster = new GridRaster(2, 1, shape, 8, 5, false);
        int[] argb = drawn(raster, new Images(1, shape, bytes(255)));

        assertThat(argb[raster.top(0) * raster.width() + raster.left(0)]).isEqualTo(WHITE);
        assertThat(argb[raster.top(1) * raster.width() + raster.left(1)]).isEqualTo(GAP);
    }

    private static int[] drawn(GridRaster raster, Images images) {
        var argb = new int[raster.width() * raster.height()];
        raster.draw(images, argb, GAP);
        return argb;
    }

    private static int[] row(int[] argb, GridRaster raster, int y) {
        return Arrays.copyOfRange(argb, y * raster.width(), (y + 1) * raster.width());
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
