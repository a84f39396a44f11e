package org.ganatelier.text;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.experiment.layer.Windowed;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels of fixes, made from what they change. */
public final class FixText {
    private final Words words;
    private final Place place;

    /** The experiment before the change at hand. */
    private final Experiment experiment;

    /**
     * Whether the change at hand is the first of its fix, so that its label starts the sentence.
     */
    private final boolean first;

    private FixText(Words words, Place place, Experiment experiment, boolean first) {
        this.words = words;
        this.place = place;
        this.experiment = experiment;
        this.first = first;
    }

    /**
     * An order, as on a link: "Set units to 784".
     *
     * @param place where the problem stands: a layer there need not be named
     * @param experiment before the fix
     */
    public static String label(Words words, Fix fix, Place place, Experiment experiment) {
        var labels = new ArrayList<String>();
        Experiment before = experiment;
        for (Change change : fix.changes()) {
            labels.add(new FixText(words, place, before, labels.isEmpty()).label(change));
            before = change.apply(before);
        }
        return words.list(labels);
    }

    private String label(Change change) {
        return switch (change) {
            case Change.SetStride(Place.Layer at, int stride) ->
                    set(layer(at) instanceof Windowed ? "stride" : "factor", at, stride);
            case Change.SetWindow(Place.Layer at, int window) ->
                    set(layer(at) instanceof Weighted ? "kernel" : "window", at, window);
            case Change.SetPadding(Place.Layer at, Padding padding) ->
                    set("padding", at, name(padding));
            case Change.RemoveOutputPadding(Place.Layer at) -> set("output-padding", at, 0);
            case Change.SetWidth(Place.Layer at, int width) ->
                    set(layer(at) instanceof Dense ? "units" : "filters", at, width);
            case Change.SetTarget(Place.Layer at, var target) -> set("target", at, target);
            case Change.SetActivation(Place.Layer at, Activation activation) ->
                    activation(at, activation);
            case Change.SetStrides(Side side, List<Integer> indices, int stride) ->
                    say(
                            "fix.set-strides",
                            "layers",
                            words.list(indices.stream().map(i -> name(at(side, i))).toList()),
                            "value",
                            Integer.toString(stride));
            case Change.SetAllPaddings(_, Padding padding) ->
                    say("fix.set-all-paddings", "value", name(padding));
            case Change.SwapMomentum(Place.Layer at) -> swapMomentum(at);
            case Change.Replace(_, LayerSpec layer) -> say("fix.use", "what", layer.title());
            case Change.Remove(Place.Layer at) -> remove(at);
            case Change.RemoveAll(Side side, List<Integer> indices) ->
                    say("fix.remove", "what", titles(side, indices));
            case Change.RemoveAfter(Place.Layer at) -> say("fix.remove-after", "layer", name(at));
            case Change.KeepFirst(_, int count) -> say("fix.keep-first", "n", count);
            case Change.Insert(Side side, int index, List<LayerSpec> layers) ->
                    say(
                            index == layers(side).size() ? "fix.add" : "fix.insert",
                            "layers",
                            described(layers));
            case Change.EndIn(_, _, List<LayerSpec> layers) ->
                    say("fix.end-in", "layers", described(layers));
            case Change.UseLayerNorm _ -> say("fix.use", "what", "LayerNorm");
            case Change.UseSmallNetwork(Side side) -> small(side);
            case Change.UseSmallNetworks() -> say("fix.small-networks");
            case Change.SetBatchSize(int size) ->
                    say("fix.set-batch-size", "value", Integer.toString(size));
            case Change.LowerLearningRates(double most) ->
                    say("fix.lower-learning-rates", "rate", ValueText.plain(words, most));
            case Change.SwitchWeightDecayOff(Side side) ->
                    say("fix.switch-weight-decay-off", "side", side.letter());
            case Change.SetLatentSize(int size) ->
                    say("fix.set-noise-size", "value", Integer.toString(size));
            case Change.UseData(var data) -> say("fix.use", "what", DataTitle.of(words, data));
            case Change.TrainWithoutLabels() -> say("fix.train-without-labels");
            case Change.FindClusters() -> say("fix.find-clusters", "n", Change.FindClusters.USUAL);
            case Change.UseLabelChannels() -> say("fix.use-label-channels");
            case Change.SwitchR1Off() -> say("fix.switch-r1-off");
            case Change.SwitchR2Off() -> say("fix.switch-r2-off");
            case Change.ClipWeights() -> say("fix.clip-weights");
        };
    }

    private String set(String field, Place.Layer at, Object value) {
        return say(
                "fix.set-" + field,
                Map.of(
                        "named",
                        at.equals(place) ? "no" : "yes",
                        "layer",
                        name(at),
                        "value",
                        value.toString()));
    }

    private String activation(Place.Layer at, Activation activation) {
        return activation instanceof Activation.Linear
                ? removeActivation(at)
                : say("fix.use", "what", activation.title());
    }

    private String remove(Place.Layer at) {
        boolean plain = at.equals(place) || name(at).equals(layer(at).title());
        return layer(at) instanceof Activate && plain
                ? removeActivation(at)
                : say("fix.remove", "what", name(at));
    }

    private String removeActivation(Place.Layer at) {
        return layer(at) instanceof Activated activated
                ? say("fix.remove-activation", "activation", activated.activation().title())
                : say("fix.remove", "what", name(at));
    }

    private String swapMomentum(Place.Layer at) {
        String epsilon = layer(at) instanceof BatchNorm norm ? Double.toString(norm.epsilon()) : "";
        return say("fix.swap-momentum", "epsilon", epsilon);
    }

    private String small(Side side) {
        if (layers(side).isEmpty()) {
            return say("fix.start-with-small-network");
        }
        return switch (side) {
            case GENERATOR -> say("fix.small-generator");
            case DISCRIMINATOR -> say("fix.small-discriminator");
        };
    }

    private String described(List<LayerSpec> layers) {
        return words.list(layers.stream().map(this::described).toList());
    }

    /** A new layer, with what a fix chooses of it. */
    private String described(LayerSpec layer) {
        if (layer instanceof Dense dense) {
            return words.say(
                    "fix.new.dense", "n", dense.units(), "value", Integer.toString(dense.units()));
        }
        if (layer instanceof Conv2D conv) {
            return words.say("fix.new.conv", filters(conv.filters(), conv.activation()));
        }
        if (layer instanceof Conv2DTranspose conv) {
            Map<String, Object> arguments = filters(conv.filters(), conv.activation());
            arguments.put("stride", Integer.toString(conv.stride()));
            return words.say("fix.new.transposed", arguments);
        }
        if (layer instanceof Reshape(var target)) {
            return words.say("fix.new.reshape", "target", target.toString());
        }
        if (layer instanceof UpSampling2D(int factor)) {
            return words.say("fix.new.upsampling", "value", Integer.toString(factor));
        }
        if (layer instanceof AveragePool pool) {
            return words.say("fix.new.pool", "value", Integer.toString(pool.pool()));
        }
        return layer.title();
    }

    private static Map<String, Object> filters(int filters, Activation activation) {
        var arguments = new HashMap<String, Object>();
        arguments.put("n", filters);
        arguments.put("activated", activation instanceof Activation.Linear ? "no" : "yes");
        arguments.put("activation", activation.title());
        return arguments;
    }

    private String titles(Side side, List<Integer> indices) {
        return words.list(
                indices.stream().map(i -> layers(side).get(i).title()).distinct().toList());
    }

    /** With its number, from 1, where the title is not enough. */
    private String name(Place.Layer at) {
        String title = layer(at).title();
        long namesakes =
                layers(at.side()).stream().filter(other -> other.title().equals(title)).count();
        return namesakes == 1
                ? title
                : words.say("fix.numbered-layer", "layer", title, "number", at.index() + 1);
    }

    private static String name(Padding padding) {
        return switch (padding) {
            case Padding.Same _ -> "same";
            case Padding.Valid _ -> "valid";
            case Padding.Explicit(int pixels) -> Integer.toString(pixels);
        };
    }

    private LayerSpec layer(Place.Layer at) {
        return layers(at.side()).get(at.index());
    }

    private List<LayerSpec> layers(Side side) {
        return experiment.network(side).layers();
    }

    private static Place.Layer at(Side side, int index) {
        return new Place.Layer(side, index);
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, String name, Object value) {
        return say(key, Map.of(name, value));
    }

    private String say(String key, String name1, Object value1, String name2, Object value2) {
        return say(key, Map.of(name1, value1, name2, value2));
    }

    private String say(String key, Map<String, Object> arguments) {
        var all = new HashMap<String, Object>(arguments);
        all.put("start", first ? "yes" : "no");
        return words.say(key, all);
    }
}
