package org.ganatelier.plan.check;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.memory.Bytes;
import org.ganatelier.plan.memory.RunMemory;
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
        if (sizesKnown(findings)) {
            var plan = new Plan(experiment, generator.plan(), discriminator.plan());
            findings.addAll(judgeMemory(RunMemory.settled(plan)));
        }
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
        boolean sizesKnown = sizesKnown(findings);
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
        var plan = new Plan(experiment, generator.plan(), discriminator.plan());
        return sizesKnown(findings) ? RunMemory.settled(plan) : plan;
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

    private static boolean sizesKnown(List<Finding> findings) {
        return findings.stream().noneMatch(f -> f.violation().concernsSizes());
    }

    private static List<Finding> judgeMemory(Plan plan) {
        Bytes held = RunMemory.of(plan);
        long most = Math.max(held.heap(), held.outside());
        return most > Limits.RUN_BYTES
                ? List.of(new Finding(new Place.Settings(), new Violation.TooMuchMemory(most)))
                : List.of();
    }
}
