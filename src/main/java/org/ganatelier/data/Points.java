package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;

/**
 * Points of any number of coordinates, one after the other. Coordinates are plain numbers that
 * networks see unchanged; those of real data lie about between -1 and 1. The array is not copied:
 * whoever makes an instance hands it over.
 *
 * @param coordinates count * shape.units() values
 */
public record Points(int count, Shape.Flat shape, float[] coordinates) implements Samples {
    public Points {
        if (coordinates.length != count * shape.size()) {
            throw new IllegalArgumentException(
                    "%d points of %s coordinates need %d values, not %d"
                            .formatted(count, shape, count * shape.size(), coordinates.length));
        }
    }

    /**
     * One coordinate of a point.
     *
     * @param axis from 0
     */
    public float at(int index, int axis) {
        return coordinates[index * shape.units() + axis];
    }

    @Override
    public Points get(int index) {
        return pick(index);
    }

    @Override
    public Points pick(int... indices) {
        int size = shape.units();
        var picked = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            read(indices[i], picked, i * size);
        }
        return new Points(indices.length, shape, picked);
    }

    @Override
    public Points first(int most) {
        int some = Math.min(most, count);
        return new Points(some, shape, Arrays.copyOf(coordinates, some * shape.units()));
    }

    @Override
    public Points and(Samples others) {
        if (!(others instanceof Points more) || !more.shape.equals(shape)) {
            throw new IllegalArgumentException(others.shape() + " do not go with " + shape);
        }
        float[] both = Arrays.copyOf(coordinates, coordinates.length + more.coordinates.length);
        System.arraycopy(more.coordinates, 0, both, coordinates.length, more.coordinates.length);
        return new Points(count + more.count, shape, both);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        System.arraycopy(coordinates, index * shape.units(), target, offset, shape.units());
    }

    @Override
    public Images pictures() {
        return Scatter.of(this);
    }
}
