package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.Conditioning;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.Shape;
import org.ganatelier.spec.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What networks that are told labels need, and what such labels make of their inputs. */
final class LabelRules {
    private LabelRules() {}

    /** How a side is told the labels of an experiment. */
    static LabelUse use(Experiment experiment, Side side) {
        int classes = experiment.classes();
        if (classes == 0) {
            return new LabelUse.None();
        }
        boolean projected =
                side == Side.DISCRIMINATOR && experiment.conditioning() == Conditioning.PROJECTION;
        return projected ? new LabelUse.Projected(classes) : new LabelUse.Joined(classes);
    }

    /** What goes into a network: noise or an image, and its label where that is joined to it. */
    static Shape input(Experiment experiment, Side side) {
        int more = use(experiment, side) instanceof LabelUse.Joined(int classes) ? classes : 0;
        Shape.Image image = experiment.data().shape();
        return switch (side) {
            case GENERATOR -> new Shape.Flat(sum(experiment.latentSize(), more));
            case DISCRIMINATOR ->
                    new Shape.Image(image.height(), image.width(), sum(image.channels(), more));
        };
    }

    private static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    /** The settings. */
    static List<Finding> judge(Experiment experiment) {
        DataSpec data = experiment.data();
        boolean told = experiment.conditioning() != Conditioning.NONE;
        if (told && data.classes() == 0) {
            return found(new Fault.NoLabels(data));
        }
        if (told && data.classes() > Limits.CLASSES) {
            return found(new Fault.TooManyClasses(data.classes()));
        }
        return List.of();
    }

    private static List<Finding> found(Fault fault) {
        return List.of(new Finding(new Place.Settings(), fault));
    }

    /** The end of a discriminator that gives one score. */
    static List<Finding> judgeEnd(Trace trace) {
        if (!(trace.labels() instanceof LabelUse.Projected)
                || trace.end().isImage()
                || trace.end().size() != 1
                || trace.endsInScore()) {
            return List.of();
        }
        int last = trace.steps().size() - 1;
        return List.of(
                new Finding(
                        new Place.Layer(trace.side(), last),
                        new Fault.NoProjection(trace.steps().get(last).layer())));
    }

    static Remedies forSettings() {
        return new Remedies(List.of(withoutLabels()), List.of(), List.of());
    }

    /** For a projection that finds no dense layer to stand beside. */
    static Remedies forEnd(Diagnosis diagnosis, Place place) {
        Edits edits = Edits.at(diagnosis, place);
        var good = new ArrayList<Fix>();
        for (int i = edits.size() - 1; i >= 0; i--) {
            if (Trace.isScore(edits.layer(i))) {
                good.add(cut("Remove what follows " + edits.name(i), edits, i + 1, List.of()));
            }
        }
        for (int i = edits.size() - 1; i >= 0 && good.isEmpty(); i--) {
            if (edits.in(i).size() > 1) {
                good.add(ending(edits, i));
            }
        }
        Fix channels =
                new Fix(
                        "Use label channels",
                        experiment -> experiment.withConditioning(Conditioning.CHANNELS));
        good.addAll(List.of(channels, withoutLabels()));
        return Remedies.onStack(Side.DISCRIMINATOR, good, List.of());
    }

    /** A dense layer in place of whatever stands from a layer on. */
    private static Fix ending(Edits edits, int from) {
        var score = Edits.dense(1, Edits.LINEAR);
        return edits.in(from).isImage()
                ? cut(
                        "End in Flatten and Dense with 1 unit",
                        edits,
                        from,
                        List.of(new LayerSpec.Flatten(), score))
                : cut("End in Dense with 1 unit", edits, from, List.of(score));
    }

    private static Fix cut(String label, Edits edits, int from, List<LayerSpec> end) {
        return edits.change(
                label,
                network ->
                        network.withLayers(
                                Stream.concat(
                                                network.layers().subList(0, from).stream(),
                                                end.stream())
                                        .toList()));
    }

    static Fix withoutLabels() {
        return new Fix(
                "Train without labels",
                experiment -> experiment.withConditioning(Conditioning.NONE));
    }
}
