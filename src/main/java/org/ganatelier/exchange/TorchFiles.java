package org.ganatelier.exchange;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.ModelReader;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.model.Remark.Source;
import org.ganatelier.exchange.pytorch.NamedTensors;
import org.ganatelier.exchange.pytorch.TorchReader;
import org.ganatelier.exchange.pytorch.TorchWeights;
import org.ganatelier.exchange.pytorch.TorchWeights.Fit;
import org.ganatelier.exchange.pytorch.TorchWeights.Misfit;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bare weights of PyTorch, which fit a network of an experiment or do not. */
final class TorchFiles implements ModelReader {
    private static final List<String> ENDINGS = List.of(".pt", ".pth", ".safetensors");

    @Override
    public boolean takes(String name, byte[] beginning) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public Imported read(Path file, Optional<Experiment> into) throws IOException {
        NamedTensors tensors = TorchReader.read(file);
        Experiment experiment =
                into.orElseThrow(() -> new ImportException(new Refusal.WeightsAlone()));
        if (!(Planner.check(experiment) instanceof Outcome.Ready(var plan, _))) {
            return new Imported(
                    List.of(), List.of(new Remark(new Source.Whole(), new Fact.WeightsLeft())));
        }
        List<Misfit> fewest = List.of();
        for (Side side : Side.values()) {
            NetworkPlan network = plan.network(side);
            switch (TorchWeights.fit(tensors, network)) {
                case Fit.Fitted(var arrays) -> {
                    return new Imported(List.of(stack(experiment, side, arrays)), List.of());
                }
                case Fit.Unfit(var misfits) -> {
                    if (fewest.isEmpty() || misfits.size() < fewest.size()) {
                        fewest = misfits;
                    }
                }
            }
        }
        return new Imported(List.of(), remarks(fewest));
    }

    private static ImportedStack stack(
            Experiment experiment, Side side, List<Map<String, float[]>> arrays) {
        return new ImportedStack(
                side.id(), Optional.empty(), experiment.network(side).layers(), arrays);
    }

    private static List<Remark> remarks(List<Misfit> misfits) {
        var remarks = new ArrayList<Remark>();
        for (Misfit misfit : misfits) {
            remarks.add(
                    switch (misfit) {
                        case Misfit.WrongShape(
                                        String tensor,
                                        var shape,
                                        int layer,
                                        String parameter,
                                        var wanted) ->
                                new Remark(
                                        new Source.Named(tensor),
                                        new Fact.WrongShape(
                                                shape.toString(),
                                                layer,
                                                parameter,
                                                wanted.toString()));
                        case Misfit.Missing(int layer, String parameter, _) ->
                                new Remark(
                                        new Source.Whole(),
                                        new Fact.MissingArray(layer, parameter));
                        case Misfit.LeftOver(String tensor) ->
                                new Remark(new Source.Named(tensor), new Fact.LeftOver());
                    });
        }
        return remarks;
    }
}
