package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From what the user chose to the images themselves. */
public final class Datasets {
    private Datasets() {}

    /**
     * Reads a data set into memory.
     *
     * @throws DataException where a file cannot be used
     */
    public static Dataset open(DataSpec spec) {
        return switch (spec) {
            case DataSpec.Bundled bundled -> Catalog.of(bundled).open();
            case DataSpec.Drawn(Distribution distribution) -> DrawnPoints.of(distribution);
            case DataSpec.IdxFiles files -> open(files);
            case DataSpec.Clustered(DataSpec samples, int clusters) ->
                    clustered(open(samples), clusters);
        };
    }

    /**
     * Looks into the headers of IDX files that the user has chosen, and at all labels.
     *
     * @return the choice together with the shape of an image and the labels that occur
     * @throws DataException where a file cannot be used, as far as the headers show it
     */
    public static DataSpec.IdxFiles describe(Path images, Optional<Path> labels) {
        IdxHeader.OfImages header = Idx.readImageHeader(images);
        labels.ifPresent(
                file -> requireSameCount(images, header.count(), file, Idx.readLabelCount(file)));
        List<Integer> values = labels.map(Idx::readLabels).map(Labels::values).orElse(List.of());
        return new DataSpec.IdxFiles(images, labels, header.shape(), values);
    }

    private static Dataset clustered(Dataset samples, int clusters) {
        return Dataset.of(samples.all(), Optional.of(Clusters.of(samples, clusters)));
    }

    private static Dataset open(DataSpec.IdxFiles files) {
        Images images = Idx.readImages(files.images());
        requireShape(files, images.shape());
        Optional<byte[]> labels = files.labels().map(Idx::readLabels);
        labels.ifPresent(
                values ->
                        requireSameCount(
                                files.images(),
                                images.count(),
                                files.labels().orElseThrow(),
                                values.length));
        return Dataset.of(images, labels.map(all -> Labels.toClasses(all, files.labelValues())));
    }

    private static void requireShape(DataSpec.IdxFiles files, Shape.Image found) {
        if (!found.equals(files.shape())) {
            throw new DataException(
                    new DataProblem.OtherShape(files.images(), found, files.shape()));
        }
    }

    private static void requireSameCount(Path images, int ofImages, Path labels, int ofLabels) {
        if (ofImages != ofLabels) {
            throw new DataException(
                    new DataProblem.CountsDiffer(labels, ofLabels, images, ofImages));
        }
    }
}
