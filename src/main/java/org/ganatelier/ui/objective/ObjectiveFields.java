package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossNumber;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;
import org.ganatelier.ui.widget.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What can be set about an objective; only what means something under its loss. */
final class ObjectiveFields {
    private static final String SMOOTHING_PAPER = "Salimans et al. 2016, arXiv:1606.03498";
    private static final String PENALTY_PAPER = "Mescheder et al. 2018, arXiv:1801.04406";
    private static final String NOISE_PAPERS =
            "Sønderby et al. 2016, arXiv:1610.04490; Arjovsky and Bottou 2017, arXiv:1701.04862";

    private final Experiment experiment;
    private final Objective now;
    private final Words words;

    private ObjectiveFields(Experiment experiment, Words words) {
        this.experiment = experiment;
        now = experiment.objective();
        this.words = words;
    }

    /** Each addition with its formula and paper below. */
    static List<Field.Section<Experiment>> of(Experiment experiment, Words words) {
        var fields = new ObjectiveFields(experiment, words);
        var sections = new ArrayList<Field.Section<Experiment>>();
        for (LossNumber number : fields.now.loss().numbers()) {
            sections.add(Field.Section.of(List.of(fields.number(number))));
        }
        fields.now.loss().smoothing().map(fields::smoothing).ifPresent(sections::add);
        sections.add(fields.penalty("r1", fields.now.r1(), Objective::withR1));
        sections.add(fields.penalty("r2", fields.now.r2(), Objective::withR2));
        sections.add(fields.noise());
        return sections;
    }

    private Field<Experiment> number(LossNumber number) {
        return ExperimentFields.decimal(
                Caption.of(ObjectiveTexts.key(number), words),
                now.numbers().of(number),
                v -> with(o -> o.withNumber(number, v)),
                words);
    }

    private Field.Section<Experiment> smoothing(Loss.Smoothing formulas) {
        return section(
                words.say(
                        "objective.label-smoothing.formula",
                        "smoothed",
                        ObjectiveTexts.breakable(formulas.smoothed()),
                        "plain",
                        ObjectiveTexts.breakable(formulas.plain())),
                SMOOTHING_PAPER,
                List.of(
                        ExperimentFields.decimal(
                                Caption.of("objective.label-smoothing", words),
                                now.labelSmoothing(),
                                v -> with(o -> o.withLabelSmoothing(v)),
                                words)));
    }

    private Field.Section<Experiment> penalty(
            String name,
            ZeroCentredPenalty penalty,
            BiFunction<Objective, ZeroCentredPenalty, Objective> set) {
        var fields = new ArrayList<Field<Experiment>>();
        fields.add(
                ExperimentFields.decimal(
                        Caption.of("objective." + name, words),
                        penalty.gamma(),
                        v -> with(o -> set.apply(o, penalty.withGamma(v))),
                        words));
        if (penalty.isOn()) {
            fields.add(
                    ExperimentFields.whole(
                            Caption.of("objective." + name + "-interval", words),
                            penalty.interval(),
                            v -> with(o -> set.apply(o, penalty.withInterval(v)))));
        }
        return section(words.say("objective." + name + ".formula"), PENALTY_PAPER, fields);
    }

    private Field.Section<Experiment> noise() {
        InstanceNoise noise = now.instanceNoise();
        var fields = new ArrayList<Field<Experiment>>();
        fields.add(
                ExperimentFields.decimal(
                        Caption.of("objective.instance-noise", words),
                        noise.deviation(),
                        v -> with(o -> o.withInstanceNoise(noise.withDeviation(v))),
                        words));
        if (noise.deviation() > 0) {
            fields.add(
                    ExperimentFields.steps(
                            Caption.of("objective.instance-noise-steps", words),
                            noise.steps(),
                            v -> with(o -> o.withInstanceNoise(noise.withSteps(v)))));
        }
        return section(
                words.say("objective.instance-noise.formula") + fading(noise),
                NOISE_PAPERS,
                fields);
    }

    /** Steps are those of the run, whenever the noise is set: a run is repeated by its steps. */
    private String fading(InstanceNoise noise) {
        return noise.deviation() > 0
                ? words.say(
                        "objective.instance-noise.fading",
                        Map.of(
                                "deviation",
                                Numbers.text(words, noise.deviation()),
                                "steps",
                                words.number(noise.steps())))
                : "";
    }

    private static Field.Section<Experiment> section(
            String formula, String paper, List<Field<Experiment>> fields) {
        return new Field.Section<>("", formula + "\n" + paper, fields);
    }

    private Experiment with(UnaryOperator<Objective> change) {
        return experiment.withObjective(change.apply(now));
    }
}
