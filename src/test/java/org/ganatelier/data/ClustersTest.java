package org.ganatelier.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class ClustersTest {
    private static final DataSpec DIGITS = Catalog.find("mnist").orElseThrow().spec();

    @Test
    void whatResemblesEachOtherIsFoundWithoutLabels() {
        Dataset digits = Datasets.open(DIGITS);
        int clusters = 20;
        byte[] found = labels(Datasets.open(new DataSpec.Clustered(DIGITS, clusters)));
        int[][] counts = counts(found, labels(digits), clusters, 10);
        assertThat(Arrays.stream(counts).mapToInt(each -> IntStream.of(each).sum()))
                .allSatisfy(size -> assertThat(size).isBetween(1425, 1575));
        int ofTheMostFrequent =
                Arrays.stream(counts)
                        .mapToInt(each -> IntStream.of(each).max().orElseThrow())
                        .sum();
        // By chance it would be little more than one in ten.
        assertThat((double) ofTheMostFrequent / digits.size()).isGreaterThan(0.65);
    }

    @Test
    void theModesOfPointsAreFoundWhole() {
        var ring = new DataSpec.Drawn(Distribution.RING);
        byte[] found = labels(Datasets.open(new DataSpec.Clustered(ring, 8)));
        int[][] counts = counts(found, labels(Datasets.open(ring)), 8, 8);
        assertThat(List.of(counts))
                .allSatisfy(
                        each ->
                                assertThat(Arrays.stream(each).filter(n -> n > 0).toArray())
                                        .containsExactly(Distribution.POINTS / 8));
    }

    @Test
    void samplesStayAndTheSameLabelsAreFoundAgain() {
        var ring = new DataSpec.Drawn(Distribution.RING);
        var spec = new DataSpec.Clustered(ring, 3);
        Dataset once = Datasets.open(spec);
        assertThat(once.all()).usingRecursiveComparison().isEqualTo(Datasets.open(ring).all());
        assertThat(labels(Datasets.open(spec))).isEqualTo(labels(once));
    }

    @Test
    void fewSamplesLeaveClustersEmpty() {
        Images three = Images.require(Datasets.open(DIGITS).first(3));
        byte[] found = Clusters.of(Dataset.of(three, Optional.empty()), 100);
        assertThat(found).hasSize(3).doesNotHaveDuplicates();
    }

    private static byte[] labels(Dataset set) {
        return set.labels().orElseThrow();
    }

    /** How many samples of each cluster are of each class. */
    private static int[][] counts(byte[] clusters, byte[] classes, int ofClusters, int ofClasses) {
        var counts = new int[ofClusters][ofClasses];
        for (int i = 0; i < clusters.length; i++) {
            counts[clusters[i]][classes[i]]++;
        }
        return counts;
    }
}
