package org.ganatelier.exchange.model;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Trainer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment out of an import. It may have problems, which the planner finds.
 *
 * @param weights of the sides that came with weights: the arrays of each layer of the experiment
 * @param remarks all lines of the report: those of the reader, then those of putting it together
 */
public record Assembled(
        Experiment experiment,
        Map<Side, List<Map<String, float[]>>> weights,
        List<Remark> remarks) {
    public Assembled {
        weights = Map.copyOf(weights);
        remarks = List.copyOf(remarks);
    }

    /** Whether weights came with it. */
    public boolean isTrained() {
        return !weights.isEmpty();
    }

    /**
     * A run of no steps that has the imported weights; what has none begins as any run does. The
     * optimizers have seen nothing yet. Asks the engine for the beginning.
     *
     * @return empty where there are no weights, where the experiment has problems, or where an
     *     array is not of the plan's size
     */
    public Optional<Checkpoint> checkpoint(Trainer trainer) {
        if (!isTrained() || !(Planner.check(experiment) instanceof Outcome.Ready(Plan plan, _))) {
            return Optional.empty();
        }
        Checkpoint fresh = trainer.beginning(plan);
        var arrays = new LinkedHashMap<>(fresh.arrays());
        for (Side side : weights.keySet()) {
            if (!fill(plan, side, arrays)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Checkpoint(experiment, 0, 0, arrays, fresh.counters()));
    }

    private boolean fill(Plan plan, Side side, Map<String, float[]> arrays) {
        List<LayerPlan> layers = plan.network(side).layers();
        List<Map<String, float[]>> given = weights.getOrDefault(side, List.of());
        for (int i = 0; i < layers.size(); i++) {
            for (ParameterPlan parameter : layers.get(i).parameters()) {
                String name = side.id() + "." + i + "." + parameter.name();
                float[] values = given.get(i).get(parameter.name());
                if (values == null) {
                    // Such as the vector of spectral normalization: it finds itself.
                    continue;
                }
                float[] target = arrays.get(name);
                if (target == null || target.length != values.length) {
                    return false;
                }
                arrays.put(name, values);
                arrays.computeIfPresent(Checkpoint.averageOf(name), (_, _) -> values.clone());
            }
        }
        return true;
    }
}
