package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.pytorch.TorchStack.Entry;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits tensors of PyTorch into a network of this program. Names do not matter but for their last
 * part ({@code weight}, {@code bias}, {@code running_mean}, {@code running_var}): the modules that
 * have weights are taken in the file's order, and where that does not fit, in the order of their
 * names, each for the first layer whose shapes it has.
 */
public final class TorchWeights {
    private TorchWeights() {}

    /** Whether tensors fit a network. */
    public sealed interface Fit {
        /**
         * They do.
         *
         * @param arrays one map for each layer, in this program's names and axes. Without the "u"
         *     of spectral normalization where the file has none
         */
        record Fitted(List<Map<String, float[]>> arrays) implements Fit {}

        /**
         * They do not.
         *
         * @param misfits at least one, in the order of the layers
         */
        record Unfit(List<Misfit> misfits) implements Fit {}
    }

    /** Why tensors do not fit. */
    public sealed interface Misfit {
        /**
         * A tensor has another shape than the layer that it came to.
         *
         * @param tensor its name in the file
         * @param layer index of the layer, from 0
         * @param parameter in this program's words
         * @param wanted the shape that PyTorch would have
         */
        record WrongShape(
                String tensor,
                List<Integer> shape,
                int layer,
                String parameter,
                List<Integer> wanted)
                implements Misfit {}

        /**
         * A layer found no tensor.
         *
         * @param module the module of the file that the layer came to; empty where none is left
         */
        record Missing(int layer, String parameter, String module) implements Misfit {}

        /** A tensor is left over: the network has no place for it. */
        record LeftOver(String tensor) implements Misfit {}
    }

    /** What one layer, or one of two modules of a layer, has of arrays. */
    private record Place(List<Entry> entries) {
        boolean fits(StateModule module) {
            return module.size() == entries.size()
                    && entries.stream()
                            .allMatch(
                                    entry ->
                                            module.tensor(last(entry))
                                                    .filter(t -> t.shape().equals(entry.shape()))
                                                    .isPresent());
        }

        static String last(Entry entry) {
            return entry.name().substring(entry.name().lastIndexOf('.') + 1);
        }
    }

    /** Fits tensors into a network; those of one network only. */
    public static Fit fit(NamedTensors tensors, NetworkPlan plan) {
        List<StateModule> modules = StateModule.of(tensors);
        List<Place> places = places(plan);
        Optional<List<StateModule>> order =
                inOrder(modules, places).or(() -> byShape(StateModule.byName(modules), places));
        return order.<Fit>map(found -> fitted(found, places, plan))
                .orElseGet(() -> new Fit.Unfit(misfits(modules, places)));
    }

    private static List<Place> places(NetworkPlan plan) {
        var places = new ArrayList<Place>();
        String before = "";
        for (Entry entry : TorchStack.of(plan).entries()) {
            String module = entry.name().substring(0, entry.name().lastIndexOf('.'));
            if (!module.equals(before)) {
                places.add(new Place(new ArrayList<>()));
            }
            places.getLast().entries().add(entry);
            before = module;
        }
        return places;
    }

    private static Optional<List<StateModule>> inOrder(
            List<StateModule> modules, List<Place> places) {
        if (modules.size() != places.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < places.size(); i++) {
            if (!places.get(i).fits(modules.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(modules);
    }

    private static Optional<List<StateModule>> byShape(
            List<StateModule> modules, List<Place> places) {
        var left = new ArrayList<>(modules);
        var found = new ArrayList<StateModule>();
        for (Place place : places) {
            Optional<StateModule> next = left.stream().filter(place::fits).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            left.remove(next.get());
            found.add(next.get());
        }
        return left.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private static Fit fitted(List<StateModule> modules, List<Place> places, NetworkPlan plan) {
        var arrays = new ArrayList<Map<String, float[]>>();
        plan.layers().forEach(_ -> arrays.add(new HashMap<>()));
        for (int i = 0; i < places.size(); i++) {
            StateModule module = modules.get(i);
            for (Entry entry : places.get(i).entries()) {
                NamedTensor tensor = module.tensor(Place.last(entry)).orElseThrow();
                arrays.get(entry.layer()).put(entry.parameter().name(), ours(entry, tensor));
            }
            int layer = places.get(i).entries().getFirst().layer();
            for (ParameterPlan parameter : plan.layers().get(layer).parameters()) {
                module.u()
                        .filter(u -> parameter.name().equals("u"))
                        .filter(u -> u.values().length == parameter.count())
                        .ifPresent(u -> arrays.get(layer).put("u", u.values()));
            }
        }
        return new Fit.Fitted(List.copyOf(arrays));
    }

    private static float[] ours(Entry entry, NamedTensor tensor) {
        return entry.isTransposed()
                ? TorchStates.transposed(
                        tensor.values(), tensor.shape().get(0), tensor.shape().get(1))
                : tensor.values();
    }

    /** Both in order: the first that differs shows best what is wrong. */
    private static List<Misfit> misfits(List<StateModule> modules, List<Place> places) {
        var misfits = new ArrayList<Misfit>();
        for (int i = 0; i < places.size(); i++) {
            StateModule module = i < modules.size() ? modules.get(i) : StateModule.NONE;
            var wanted = new ArrayList<String>();
            for (Entry entry : places.get(i).entries()) {
                wanted.add(Place.last(entry));
                misfit(module, entry).ifPresent(misfits::add);
            }
            module.names().stream()
                    .filter(name -> !wanted.contains(name))
                    .forEach(name -> misfits.add(leftOver(module, name)));
        }
        modules.stream()
                .skip(places.size())
                .forEach(
                        module ->
                                module.names()
                                        .forEach(name -> misfits.add(leftOver(module, name))));
        return List.copyOf(misfits);
    }

    private static Misfit leftOver(StateModule module, String name) {
        return new Misfit.LeftOver(module.tensor(name).orElseThrow().name());
    }

    private static Optional<Misfit> misfit(StateModule module, Entry entry) {
        Optional<NamedTensor> tensor = module.tensor(Place.last(entry));
        String parameter = entry.parameter().name();
        if (tensor.isEmpty()) {
            return Optional.of(new Misfit.Missing(entry.layer(), parameter, module.name()));
        }
        NamedTensor found = tensor.get();
        return found.shape().equals(entry.shape())
                ? Optional.empty()
                : Optional.of(
                        new Misfit.WrongShape(
                                found.name(),
                                found.shape(),
                                entry.layer(),
                                parameter,
                                entry.shape()));
    }
}
