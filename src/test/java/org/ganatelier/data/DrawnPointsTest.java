package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drawn points lie where their distribution says. */
final class DrawnPointsTest {
    @ParameterizedTest
    @EnumSource
    void theMeanOfEachModeIsItsMiddle(Distribution distribution) {
        Dataset set = Datasets.open(new DataSpec.Drawn(distribution));
        byte[] labels = set.labels().orElseThrow();
        var sums = new double[distribution.modes()][3];
        var point = new float[2];
        for (int i = 0; i < set.size(); i++) {
            set.read(i, point, 0);
            double[] sum = sums[labels[i]];
            sum[0] += point[0];
            sum[1] += point[1];
            sum[2]++;
        }
        for (int mode = 0; mode < sums.length; mode++) {
            double count = sums[mode][2];
            assertThat(count).isEqualTo((double) set.size() / distribution.modes());
            // The deviation of the mean of 2,000 points or more is under 0.0005.
            assertThat(sums[mode][0] / count)
                    .isCloseTo(DrawnPoints.x(distribution, mode), offset(0.002));
            assertThat(sums[mode][1] / count)
                    .isCloseTo(DrawnPoints.y(distribution, mode), offset(0.002));
        }
    }

    @ParameterizedTest
    @EnumSource
    void pointsStayInsideThePicture(Distribution distribution) {
        var points = (Points) Datasets.open(new DataSpec.Drawn(distribution)).all();
        for (float coordinate : points.coordinates()) {
            assertThat(coordinate).isBetween(-1f, 1f);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSamePointsAreDrawnEachTime(Distribution distribution) {
        var spec = new DataSpec.Drawn(distribution);
        assertThat(((Points) Datasets.open(spec).first(50)).coordinates())
                .isEqualTo(((Points) Datasets.open(spec).first(50)).coordinates());
    }
}
