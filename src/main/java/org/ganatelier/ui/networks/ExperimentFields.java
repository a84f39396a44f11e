package org.ganatelier.ui.networks;

import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Objective;
import org.ganatelier.spec.OptimizerSpec;
import org.ganatelier.spec.Side;
import org.ganatelier.spec.TrainingSpec;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;
import org.ganatelier.ui.widget.Numbers;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** What can be edited beside the layers: the noise, the objective, the turns, the optimizers. */
final class ExperimentFields {
    private static final Caption LATENT =
            new Caption(
                    "noise z ~ N(0, 1)",
                    "noise size",
                    "How many random numbers the generator gets for one image: the latent size.");
    private static final Caption OBJECTIVE =
            new Caption("Kind", "objective", "The pair of losses that the two networks minimise.");
    private static final Caption BATCH =
            new Caption(
                    "Batch",
                    "batch size",
                    "Images per update, at least 2: more are steadier and slower.");

    private ExperimentFields() {}

    /** The length of the noise. */
    static Field<Experiment> latentSize(Experiment experiment) {
        return whole(LATENT, experiment.latentSize(), experiment::withLatentSize);
    }

    /** Everything on the objective card. */
    static List<Field.Section<Experiment>> objective(Experiment experiment) {
        Objective.Kind kind = experiment.objective().kind();
        TrainingSpec training = experiment.training();
        Field<Experiment> choice =
                Field.Choice.among(
                        OBJECTIVE,
                        List.of(Objective.Kind.values()),
                        kind,
                        each ->
                                new Field.Option<>(
                                        each.title(),
                                        ObjectiveTexts.meaning(each)
                                                + "\n"
                                                + ObjectiveTexts.formula(each),
                                        experiment.withObjective(
                                                experiment.objective().withKind(each))));
        return List.of(
                new Field.Section<>(
                        "",
                        ObjectiveTexts.meaning(kind) + "\n" + ObjectiveTexts.formula(kind),
                        List.of(choice)),
                Field.Section.of(
                        List.of(
                                turns(Side.DISCRIMINATOR, experiment),
                                turns(Side.GENERATOR, experiment),
                                whole(
                                        BATCH,
                                        training.batchSize(),
                                        v -> experiment.withTraining(training.withBatchSize(v))))),
                adam(Side.GENERATOR, experiment),
                adam(Side.DISCRIMINATOR, experiment));
    }

    private static Field<Experiment> turns(Side side, Experiment experiment) {
        TrainingSpec training = experiment.training();
        var caption =
                new Caption(
                        side.letter() + " steps",
                        side.letter() + " steps",
                        "Updates of the "
                                + side.title().toLowerCase(Locale.ROOT)
                                + " in one training step, 1 to 10.");
        return switch (side) {
            case DISCRIMINATOR ->
                    whole(
                            caption,
                            training.discriminatorSteps(),
                            v ->
                                    experiment.withTraining(
                                            training.withTurns(v, training.generatorSteps())));
            case GENERATOR ->
                    whole(
                            caption,
                            training.generatorSteps(),
                            v ->
                                    experiment.withTraining(
                                            training.withTurns(training.discriminatorSteps(), v)));
        };
    }

    private static Field.Section<Experiment> adam(Side side, Experiment experiment) {
        OptimizerSpec adam = experiment.training().optimizer(side);
        String of = side.letter() + "'s ";
        UnaryOperator<String> name = value -> of + value;
        return new Field.Section<>(
                adam.kind().title() + ", " + side.title().toLowerCase(Locale.ROOT),
                "",
                List.of(
                        decimal(
                                new Caption(
                                        "Rate",
                                        name.apply("learning rate"),
                                        "How far one update goes: too large and training breaks,"
                                                + " too small and it crawls."),
                                adam.learningRate(),
                                v -> with(experiment, side, adam.withLearningRate(v))),
                        decimal(
                                new Caption(
                                        "β1",
                                        name.apply("beta1"),
                                        "How long the mean of the gradients remembers; 0.5 suits"
                                                + " GANs, 0.9 is usual elsewhere."),
                                adam.beta1(),
                                v -> with(experiment, side, adam.withBeta1(v))),
                        decimal(
                                new Caption(
                                        "β2",
                                        name.apply("beta2"),
                                        "How long the mean of the squared gradients remembers;"
                                                + " usually 0.999."),
                                adam.beta2(),
                                v -> with(experiment, side, adam.withBeta2(v)))));
    }

    private static Experiment with(Experiment experiment, Side side, OptimizerSpec adam) {
        return experiment.withTraining(experiment.training().withOptimizer(side, adam));
    }

    private static Field<Experiment> whole(
            Caption caption, int now, IntFunction<Experiment> experiment) {
        return new Field.Text<>(
                caption, Integer.toString(now), text -> experiment.apply(Numbers.parseWhole(text)));
    }

    private static Field<Experiment> decimal(
            Caption caption, double now, DoubleFunction<Experiment> experiment) {
        return new Field.Text<>(
                caption, Numbers.text(now), text -> experiment.apply(Numbers.parseDecimal(text)));
    }
}
