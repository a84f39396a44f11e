package org.ganatelier.plan.check;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.List;

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

    /** What goes into a network: noise or a sample, and its label where that is joined to it. */
    static Shape input(Experiment experiment, Side side) {
        int more = use(experiment, side) instanceof LabelUse.Joined(int classes) ? classes : 0;
        return switch (side) {
            case GENERATOR -> new Shape.Flat(sum(experiment.latentSize(), more));
            case DISCRIMINATOR -> joined(experiment.data().shape(), more);
        };
    }

    /** An image with more channels, or a vector with more values. */
    private static Shape joined(Shape sample, int more) {
        return switch (sample) {
            case Shape.Image(int height, int width, int channels) ->
                    new Shape.Image(height, width, sum(channels, more));
            case Shape.Flat(int units) -> new Shape.Flat(sum(units, more));
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
            return found(new Violation.NoLabels(data));
        }
        if (told && data.classes() > Limits.CLASSES) {
            return found(new Violation.TooManyClasses(data.classes()));
        }
        return List.of();
    }

    private static List<Finding> found(Violation violation) {
        return List.of(new Finding(new Place.Settings(), violation));
    }

    /** The end of a discriminator that gives one score. */
    static List<Finding> judgeEnd(CheckedStack trace) {
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
                        new Violation.NoProjection(trace.steps().get(last).layer())));
    }
}
