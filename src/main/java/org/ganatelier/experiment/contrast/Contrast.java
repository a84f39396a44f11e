package org.ganatelier.experiment.contrast;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.Loss;

import java.util.List;

/**
 * One thing in which an experiment, the second, differs from another, the first. Layers are counted
 * from 0.
 */
public sealed interface Contrast {
    /** Its place in the second experiment's JSON; of a layer that is gone, in the first one's. */
    String path();

    /** Other samples; clusters in place of labels count as other samples. */
    record Data(DataSpec before, DataSpec after) implements Contrast {
        @Override
        public String path() {
            return "data";
        }
    }

    /** Another loss. */
    record Losses(Loss before, Loss after) implements Contrast {
        @Override
        public String path() {
            return "objective.kind";
        }
    }

    /** Labels are told in another way. */
    record Labels(Conditioning before, Conditioning after) implements Contrast {
        @Override
        public String path() {
            return "conditioning";
        }
    }

    /** Another number. */
    record Setting(NumberSetting setting, double before, double after) implements Contrast {
        @Override
        public String path() {
            return setting.path();
        }
    }

    /** Another seed. */
    record Seed(long before, long after) implements Contrast {
        @Override
        public String path() {
            return "seed";
        }
    }

    /** Another rule by which a network's weights follow their gradients. */
    record Optimizer(Side side, OptimizerSpec.Kind before, OptimizerSpec.Kind after)
            implements Contrast {
        @Override
        public String path() {
            return NumberSetting.ofOptimizer(side, "kind");
        }
    }

    /** A learning rate that falls in another way. */
    record Falling(Side side, Schedule.Kind before, Schedule.Kind after) implements Contrast {
        @Override
        public String path() {
            return NumberSetting.ofOptimizer(side, "schedule.kind");
        }
    }

    /** Initial weights that are drawn in another way. */
    record InitialWeights(Side side, Initialization before, Initialization after)
            implements Contrast {
        @Override
        public String path() {
            return side.id() + ".initialization";
        }
    }

    /** Something about a network's layers. */
    sealed interface OfLayer extends Contrast {
        /** Whose layer it is. */
        Side side();

        /** Which layer; see {@link #path}. */
        int index();

        @Override
        default String path() {
            return side().id() + ".layers." + index();
        }
    }

    /**
     * A layer more.
     *
     * @param index in the second experiment
     */
    record Added(Side side, int index, LayerSpec layer) implements OfLayer {}

    /**
     * A layer less.
     *
     * @param index in the first experiment
     */
    record Removed(Side side, int index, LayerSpec layer) implements OfLayer {}

    /**
     * The same layer in another place.
     *
     * @param from in the first experiment
     * @param index in the second one
     */
    record Moved(Side side, int from, int index, LayerSpec layer) implements OfLayer {}

    /**
     * A layer of another kind in the place of one.
     *
     * @param index in the second experiment
     */
    record Replaced(Side side, int index, LayerSpec before, LayerSpec after) implements OfLayer {}

    /**
     * A layer of the same kind with other values.
     *
     * @param index in the second experiment
     */
    record Altered(Side side, int index, LayerSpec before, LayerSpec after) implements OfLayer {
        /** The fields that differ, in the layer's own order. */
        public List<Kind.Field> fields() {
            Kind<LayerSpec> kind = before.kind();
            return kind.fields().stream()
                    .filter(field -> !kind.value(before, field).equals(kind.value(after, field)))
                    .toList();
        }
    }
}
