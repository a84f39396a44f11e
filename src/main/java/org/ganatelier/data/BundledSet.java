package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set that ships with the program, as its description says.
 *
 * @param spec what an experiment knows of it
 * @param shortTitle for narrow places
 * @param aliases other names that people may type for its id
 * @param samples how many it holds
 * @param heldOutPerClass the last ones of each class, which no classifier is trained on
 */
public record BundledSet(
        DataSpec.Bundled spec,
        String shortTitle,
        List<String> aliases,
        int samples,
        Files files,
        int heldOutPerClass,
        OfClassifier classifier) {
    /** The names of its files beside the description. */
    public record Files(String images, String labels, String licence) {}

    /**
     * The classifier that scores what generators make of it.
     *
     * @param file its name
     * @param epochs of its training unless told otherwise: about two minutes
     */
    public record OfClassifier(String file, int epochs, Augmented augmentation) {}

    /**
     * The most by which images are changed while a classifier is trained. A change must not change
     * the class: digits are never mirrored. Clothes lie straight and fill the image: turned or
     * scaled they made a worse classifier.
     *
     * @param shift in pixels, either way
     * @param turnDegrees either way
     * @param scale share by which an image grows or shrinks
     * @param mirrored whether half of them are
     */
    public record Augmented(double shift, double turnDegrees, double scale, boolean mirrored) {}

    /** The JSON of a description. */
    record Description(
            String title,
            String shortTitle,
            List<String> aliases,
            int samples,
            int[] shape,
            String images,
            String labels,
            List<String> classNames,
            String licence,
            int heldOutPerClass,
            OfClassifier classifier) {
        BundledSet of(String id) {
            var image = new Shape.Image(shape[0], shape[1], shape[2]);
            return new BundledSet(
                    new DataSpec.Bundled(id, title, image, classNames),
                    shortTitle,
                    List.copyOf(aliases),
                    samples,
                    new Files(images, labels, licence),
                    heldOutPerClass,
                    classifier);
        }
    }

    /** What it is called in files. */
    public String id() {
        return spec.id();
    }

    /** The name people know it by. */
    public String title() {
        return spec.title();
    }

    /** The one of its names that is typed fastest. */
    public String shortestName() {
        return Stream.concat(Stream.of(id()), aliases.stream())
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    boolean isCalled(String name) {
        return name.equals(id()) || aliases.contains(name);
    }

    /** Reads it with its labels, from 0. */
    public Dataset open() {
        try (var images = new IdxReader(Path.of(files.images()), Catalog.open(files.images()));
                var labels = new IdxReader(Path.of(files.labels()), Catalog.open(files.labels()))) {
            return Dataset.of(images.images(), Optional.of(labels.labels()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who made it and under which terms it is passed on: plain text of several lines. */
    public String licence() {
        return new String(Catalog.bytes(files.licence()), StandardCharsets.UTF_8);
    }
}
