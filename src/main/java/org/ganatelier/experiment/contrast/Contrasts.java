package org.ganatelier.experiment.contrast;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Compares experiments. */
public final class Contrasts {
    private Contrasts() {}

    /**
     * All in which the second experiment differs from the first, in the order in which people would
     * name it: data, networks, objective, training, seed. Names do not count, nor do values that
     * mean nothing in both.
     */
    public static List<Contrast> between(Experiment first, Experiment second) {
        var all = new ArrayList<Contrast>();
        add(all, first.data(), second.data(), Contrast.Data::new);
        for (Side side : Side.values()) {
            all.addAll(ofNetwork(side, first, second));
        }
        add(all, first.objective().loss(), second.objective().loss(), Contrast.Losses::new);
        add(all, first.conditioning(), second.conditioning(), Contrast.Labels::new);
        for (Side side : Side.values()) {
            OptimizerSpec before = first.training().optimizer(side);
            OptimizerSpec after = second.training().optimizer(side);
            add(
                    all,
                    before.kind(),
                    after.kind(),
                    (old, now) -> new Contrast.Optimizer(side, old, now));
            add(
                    all,
                    before.schedule().kind(),
                    after.schedule().kind(),
                    (old, now) -> new Contrast.Falling(side, old, now));
        }
        for (NumberSetting setting : NumberSetting.all()) {
            if (setting.isUsedIn(first) || setting.isUsedIn(second)) {
                add(
                        all,
                        setting.of(first),
                        setting.of(second),
                        (old, now) -> new Contrast.Setting(setting, old, now));
            }
        }
        add(all, first.seed(), second.seed(), Contrast.Seed::new);
        return List.copyOf(all);
    }

    private static List<Contrast> ofNetwork(Side side, Experiment first, Experiment second) {
        var all = new ArrayList<Contrast>();
        var before = first.network(side);
        var after = second.network(side);
        add(
                all,
                before.initialization(),
                after.initialization(),
                (old, now) -> new Contrast.InitialWeights(side, old, now));
        all.addAll(new LayerAlignment(side, before.layers(), after.layers()).contrasts());
        return all;
    }

    private static <T> void add(
            List<Contrast> all, T before, T after, BiFunction<T, T, Contrast> contrast) {
        if (!before.equals(after)) {
            all.add(contrast.apply(before, after));
        }
    }
}
