package org.ganatelier.plan.check;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Count;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.plan.model.Warning;

import java.util.ArrayList;
import java.util.List;

/** An experiment followed through both networks, with every rule it breaks. */
public record Diagnosis(
        Experiment experiment,
        CheckedStack generator,
        CheckedStack discriminator,
        List<Finding> findings) {
    /**
     * What a run holds of each weight on the Java heap, in numbers of four bytes: the weight, its
     * gradient and Adam's two averages; of the last good state and of one that is being saved again
     * the weight and both averages; then, of D, the gradients put aside for the other half of a
     * batch or, of G, the moving average, the copy that paints and the weights on their way to it.
     */
    private static final long BYTES_OF_PARAMETER = 4 * (4 + 3 + 3 + 3);

    /** A value and its gradient, of four bytes each. */
    private static final long BYTES_OF_VALUE = 8;

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    public static Diagnosis of(Experiment experiment) {
        return of(
                experiment,
                CheckedStack.of(Side.GENERATOR, experiment),
                CheckedStack.of(Side.DISCRIMINATOR, experiment));
    }

    /** The same after a fix, which leaves most layers as they are. */
    public Diagnosis after(Fix fix) {
        Experiment fixed = fix.apply(experiment);
        return of(fixed, generator.with(fixed), discriminator.with(fixed));
    }

    private static Diagnosis of(
            Experiment experiment, CheckedStack generator, CheckedStack discriminator) {
        Shape data = experiment.data().shape();
        var findings = new ArrayList<Finding>();
        if (data.size() > Limits.IMAGE_VALUES) {
            // What the networks should make of such data would only be confusing.
            findings.add(new Finding(new Place.Settings(), new Violation.DataTooLarge(data)));
        } else {
            findings.addAll(judge(generator, data));
            findings.addAll(judge(discriminator, data));
            findings.addAll(PenaltyRules.judge(experiment));
        }
        findings.addAll(judgeSettings(experiment));
        findings.addAll(LabelRules.judge(experiment));
        findings.addAll(judgeMemory(experiment, generator, discriminator));
        return new Diagnosis(experiment, generator, discriminator, findings);
    }

    public CheckedStack trace(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }

    /**
     * The findings to tell of. What all weights, or all memory, comes to is none of them as long as
     * something is wrong that makes these sums what they are.
     */
    public List<Finding> told() {
        boolean sizesKnown = findings.stream().noneMatch(f -> f.violation().concernsSizes());
        boolean weightsFit =
                findings.stream()
                        .noneMatch(f -> f.violation() instanceof Violation.TooManyParameters);
        return findings.stream()
                .filter(f -> sizesKnown || !(f.violation() instanceof Violation.TooManyParameters))
                .filter(
                        f ->
                                (sizesKnown && weightsFit)
                                        || !(f.violation() instanceof Violation.TooMuchMemory))
                .toList();
    }

    /** What can be trained but is worth a second look, without fixes. */
    public List<Warning> warnings() {
        return WarningRules.of(this);
    }

    /** For the window. */
    public Plan plan() {
        return new Plan(experiment, generator.plan(), discriminator.plan());
    }

    private static List<Finding> judge(CheckedStack trace, Shape data) {
        var stack = new Place.Network(trace.side());
        int layers = trace.steps().size();
        if (layers == 0) {
            return List.of(new Finding(stack, new Violation.Empty(trace.side())));
        }
        if (layers > Limits.LAYERS) {
            return List.of(new Finding(stack, new Violation.TooManyLayers(layers)));
        }
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < layers; i++) {
            var place = new Place.Layer(trace.side(), i);
            trace.steps()
                    .get(i)
                    .violations()
                    .forEach(violation -> findings.add(new Finding(place, violation)));
        }
        findings.addAll(CrossSampleRules.judge(trace));
        findings.addAll(EndRules.judge(trace, data));
        findings.addAll(LabelRules.judgeEnd(trace));
        long parameters = trace.parameters();
        if (parameters > Limits.PARAMETERS) {
            findings.add(new Finding(stack, new Violation.TooManyParameters(parameters)));
        }
        return findings;
    }

    private static List<Finding> judgeSettings(Experiment experiment) {
        var findings = new ArrayList<Finding>();
        int batch = experiment.training().batchSize();
        if (batch > Limits.BATCH) {
            findings.add(new Finding(new Place.Settings(), new Violation.BatchTooLarge(batch)));
        }
        if (experiment.latentSize() > Limits.LATENT) {
            findings.add(
                    new Finding(
                            new Place.Settings(),
                            new Violation.LatentTooLarge(experiment.latentSize())));
        }
        return findings;
    }

    private static List<Finding> judgeMemory(
            Experiment experiment, CheckedStack generator, CheckedStack discriminator) {
        // D has buffers for a real and a generated batch in its own turn, and for one in G's.
        long values =
                Count.sum(
                        generator.input().size(),
                        generator.values(),
                        Count.product(3, discriminator.input().size()),
                        Count.product(3, discriminator.values()));
        long parameters = Count.sum(generator.parameters(), discriminator.parameters());
        long bytes =
                Count.sum(
                        Count.product(BYTES_OF_PARAMETER, parameters),
                        Count.product(BYTES_OF_VALUE, values, experiment.training().batchSize()));
        return bytes > Limits.RUN_BYTES
                ? List.of(new Finding(new Place.Settings(), new Violation.TooMuchMemory(bytes)))
                : List.of();
    }
}
