package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Shape;

import java.util.List;

/** How the values of an image follow each other. */
public enum ImageOrder {
    /** Channel by channel, row by row, as here and in PyTorch. */
    CHANNELS_FIRST {
        @Override
        public List<Integer> dimensions(Shape shape) {
            return switch (shape) {
                case Shape.Image(int height, int width, int channels) ->
                        List.of(channels, height, width);
                case Shape.Flat(int units) -> List.of(units);
            };
        }

        @Override
        public int[] places(Shape shape) {
            var places = new int[Math.toIntExact(shape.size())];
            for (int i = 0; i < places.length; i++) {
                places[i] = i;
            }
            return places;
        }
    },
    /** Row by row, all channels of a pixel together, as in Keras and TensorFlow. */
    CHANNELS_LAST {
        @Override
        public List<Integer> dimensions(Shape shape) {
            return switch (shape) {
                case Shape.Image(int height, int width, int channels) ->
                        List.of(height, width, channels);
                case Shape.Flat(int units) -> List.of(units);
            };
        }

        @Override
        public int[] places(Shape shape) {
            return switch (shape) {
                case Shape.Image(int height, int width, int channels) -> {
                    var places = new int[height * width * channels];
                    for (int i = 0; i < places.length; i++) {
                        int pixel = i / channels;
                        places[i] = i % channels * height * width + pixel;
                    }
                    yield places;
                }
                case Shape.Flat _ -> CHANNELS_FIRST.places(shape);
            };
        }
    };

    /** The dimensions of one sample, the slowest first. */
    public abstract List<Integer> dimensions(Shape shape);

    /** For each value of a sample in this order, its place where channels come first. */
    public abstract int[] places(Shape shape);

    /** Samples that lie channels first, in this order. */
    public float[] ordered(float[] samples, Shape shape) {
        int[] places = places(shape);
        var ordered = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int start = i / places.length * places.length;
            ordered[i] = samples[start + places[i % places.length]];
        }
        return ordered;
    }
}
