package org.ganatelier.campaign;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * Layers drawn at random: any kind, any of its fields changed, so that a new kind is drawn without
 * a word here.
 *
 * @param whole draws whole numbers of at least 1
 */
record RandomLayers(ToIntFunction<RandomGenerator> whole) {
    /** A field is left as usual with this probability. */
    private static final double USUAL = 0.4;

    private static final List<Double> REALS =
            List.of(0.0, 1e-9, 1e-5, 0.001, 0.1, 0.2, 0.5, 0.9, 0.999, 1.0);

    /** Numbers as people use them. */
    static RandomLayers moderate() {
        return new RandomLayers(random -> 1 + (int) (random.nextDouble() * random.nextInt(1, 24)));
    }

    /** Numbers of any size, those most often at which products leave an int. */
    static RandomLayers wild() {
        return new RandomLayers(RandomLayers::wildNumber);
    }

    static int wildNumber(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> pick(random, List.of(28, 32, 33, 64, 100, 128, 1_024, 1_025, 16_384, 16_385));
            case 1 -> Math.max(1, (1 << random.nextInt(31)) + random.nextInt(-1, 2));
            case 2 -> pick(random, List.of(46_340, 46_341, 65_536, 1 << 30, Integer.MAX_VALUE));
            default -> random.nextInt(1, 9);
        };
    }

    static <T> T pick(RandomGenerator random, List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of any kind. */
    LayerSpec layer(RandomGenerator random) {
        return varied(pick(random, LayerSpec.kinds()), random);
    }

    /** One of a kind. */
    <T> T varied(Kind<T> kind, RandomGenerator random) {
        T thing = kind.usual();
        for (Kind.Field field : kind.fields()) {
            if (random.nextDouble() >= USUAL) {
                try {
                    thing = kind.with(thing, field, value(field.type(), random));
                } catch (IllegalArgumentException refused) {
                    // Nobody can have such a value: the old one stays.
                }
            }
        }
        return thing;
    }

    private Object value(Class<?> type, RandomGenerator random) {
        if (type == int.class) {
            return whole.applyAsInt(random) - (random.nextInt(8) == 0 ? 1 : 0);
        } else if (type == double.class) {
            return pick(random, REALS);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == Padding.class) {
            return padding(random);
        } else if (type == Activation.class) {
            return varied(pick(random, Activation.kinds()), random);
        } else if (type == Shape.class) {
            return shape(random);
        }
        throw new IllegalStateException("No values of " + type + " are drawn yet");
    }

    private Padding padding(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> Padding.SAME;
            case 1 -> Padding.VALID;
            default -> new Padding.Explicit(whole.applyAsInt(random) - 1);
        };
    }

    Shape shape(RandomGenerator random) {
        return random.nextInt(3) == 0
                ? new Shape.Flat(whole.applyAsInt(random))
                : new Shape.Image(
                        whole.applyAsInt(random),
                        whole.applyAsInt(random),
                        whole.applyAsInt(random));
    }
}
