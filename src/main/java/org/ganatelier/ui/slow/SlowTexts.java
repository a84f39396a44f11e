package org.ganatelier.ui.slow;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.text.ClassText;
import org.ganatelier.text.Words;
import org.ganatelier.train.dissection.LossTerm;
import org.ganatelier.train.dissection.Opinion;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.Pull;
import org.ganatelier.train.dissection.SampleValues;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A step taken apart, in words and numbers. */
final class SlowTexts {
    /** Of losses and of D's output: one update moves them by thousandths. */
    private static final int DECIMALS = 3;

    private static final int FEW_DECIMALS = 2;

    private static final double HUNDRED = 100;

    private static final Set<String> SPEAK_OF_IMAGES =
            Set.of(
                    "slow.title.making",
                    "slow.title.real",
                    "slow.title.generated",
                    "slow.title.pixels",
                    "slow.caption.noise",
                    "slow.caption.making",
                    "slow.caption.real",
                    "slow.caption.loss-of-d",
                    "slow.caption.after-d",
                    "slow.caption.loss-of-g",
                    "slow.caption.pixels",
                    "slow.caption.update-of-g",
                    "slow.caption.after-g",
                    "slow.term.on-real",
                    "slow.term.on-generated",
                    "slow.term.of-pairs",
                    "slow.term.of-generator");

    private final Words words;
    private final Experiment experiment;

    SlowTexts(Experiment experiment, Words words) {
        this.words = words;
        this.experiment = experiment;
    }

    /** A message; of those that speak of images, where points are trained, the one on points. */
    String say(String key) {
        return words.say(key(key));
    }

    private String key(String key) {
        return areImages() || !SPEAK_OF_IMAGES.contains(key) ? key : key + ".points";
    }

    private boolean areImages() {
        return experiment.data().shape() instanceof Shape.Image;
    }

    /** What happens, in a few words. */
    String title(SubStep.Kind kind) {
        return say("slow.title." + kind.id());
    }

    /** What happens, in one sentence with the numbers of this step. */
    String caption(SubStep step) {
        PlayerTurn turn = step.turn();
        return switch (step.kind()) {
            case NOISE ->
                    words.say(
                            key("slow.caption.noise"),
                            "n",
                            experiment.training().batchSize(),
                            "size",
                            words.number(experiment.latentSize()));
            case MAKING, LOSS_OF_D, PIXELS -> say("slow.caption." + step.kind().id());
            case REAL -> judged("slow.caption.real", ofDiscriminator(turn).real().opinion());
            case GENERATED ->
                    judged("slow.caption.generated", ofDiscriminator(turn).fake().opinion());
            case LOSS_OF_G -> judged("slow.caption.loss-of-g", ofGenerator(turn).fake().opinion());
            case UPDATE_OF_D, UPDATE_OF_G ->
                    words.say(
                            key("slow.caption." + step.kind().id()),
                            "optimizer",
                            experiment.training().optimizer(turn.side()).kind().title());
            case AFTER_D -> afterDiscriminator(ofDiscriminator(turn));
            case AFTER_G -> afterGenerator(ofGenerator(turn));
        };
    }

    private String judged(String key, Opinion opinion) {
        return words.say(key(key), "output", output(), "mean", number(opinion.mean()));
    }

    private String afterDiscriminator(PlayerTurn.OfDiscriminator turn) {
        return words.say(
                key("slow.caption.after-d"),
                Map.of(
                        "output", output(),
                        "real", number(turn.real().opinion().mean()),
                        "realAfter", number(turn.realAfter().mean()),
                        "fake", number(turn.fake().opinion().mean()),
                        "fakeAfter", number(turn.fakeAfter().mean())));
    }

    private String afterGenerator(PlayerTurn.OfGenerator turn) {
        return words.say(
                key("slow.caption.after-g"),
                Map.of(
                        "output", output(),
                        "fake", number(turn.fake().opinion().mean()),
                        "fakeAfter", number(turn.after().opinion().mean())));
    }

    static PlayerTurn.OfDiscriminator ofDiscriminator(PlayerTurn turn) {
        return (PlayerTurn.OfDiscriminator) turn;
    }

    static PlayerTurn.OfGenerator ofGenerator(PlayerTurn turn) {
        return (PlayerTurn.OfGenerator) turn;
    }

    /** What D's output is called. */
    String output() {
        ScoreMeaning meaning = experiment.objective().loss().scoreMeaning();
        return words.say(meaning == ScoreMeaning.CHANCE ? "slow.output" : "slow.output.score");
    }

    /** The mean over the whole batch. */
    String mean(Opinion opinion) {
        return words.say("slow.mean", "output", output(), "mean", number(opinion.mean()));
    }

    /** Of how many a few are shown; empty where all are. */
    String shown(int count) {
        int batch = experiment.training().batchSize();
        return areImages() && count < batch
                ? words.say("slow.shown", "batch", words.number(batch))
                : "";
    }

    /** Which of the player's updates this is; empty where there is one. */
    String place(PlayerTurn turn) {
        return turn.place().isOneOfSeveral()
                ? words.say(
                        "slow.place",
                        Map.of(
                                "side", turn.side().letter(),
                                "n", turn.place().number(),
                                "count", turn.place().count()))
                : "";
    }

    /** The class of each sample, or nothing where there is none. */
    String className(byte[] labels, int index) {
        return labels.length == 0
                ? ""
                : ClassText.names(words, experiment.data()).get(Byte.toUnsignedInt(labels[index]));
    }

    /** A loss, or D's output. */
    String number(double value) {
        return words.figure(value, DECIMALS);
    }

    /** A number that may be small, in three figures. */
    String small(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return words.figure(value, 0);
        }
        boolean tiny = Math.abs(value) < 1 / HUNDRED / HUNDRED;
        int below = DECIMALS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        return tiny ? words.power(value, 1) : words.decimal(value, Math.max(0, below));
    }

    /** A share of a whole: "0.12 %". */
    String percent(double share) {
        return Double.isNaN(share)
                ? ""
                : words.say("slow.percent", "share", small(share * HUNDRED));
    }

    /** What a number was and is: "0.312 → 0.361". */
    String change(double before, double after) {
        return words.say("slow.change", "before", number(before), "after", number(after));
    }

    /** The same where there is little room: "0.31 → 0.36". */
    String shortChange(double before, double after) {
        return words.say(
                "slow.change",
                "before",
                words.figure(before, FEW_DECIMALS),
                "after",
                words.figure(after, FEW_DECIMALS));
    }

    /** What is drawn of the gradient at what G made. */
    String pull(Pull pull, boolean images) {
        return words.say(
                images ? "slow.strip.pull" : "slow.strip.pull.points",
                "norm",
                small(pull.meanNorm()));
    }

    /** What is drawn of how G's images differ. */
    String difference(SampleValues change) {
        return words.say("slow.strip.difference", "most", small(change.most()));
    }

    /** The loss with its terms added up: "D’s loss = 0.412 + 0.377 = 0.789". */
    String total(PlayerTurn turn) {
        return words.say("slow.total", "side", turn.side().letter(), "sum", sum(turn));
    }

    private String sum(PlayerTurn turn) {
        List<Double> values =
                turn.terms().stream()
                        .filter(term -> term.part() != LossTerm.Part.PENALTY)
                        .map(LossTerm::value)
                        .toList();
        if (values.size() == 1) {
            return number(turn.loss());
        }
        String rest =
                values.stream()
                        .skip(1)
                        .map(v -> (v < 0 ? " − " : " + ") + number(Math.abs(v)))
                        .collect(Collectors.joining());
        return number(values.getFirst()) + rest + " = " + number(turn.loss());
    }

    /** What is minimised where penalties come on top. */
    Optional<String> totalWithPenalty(PlayerTurn turn) {
        return turn.penalty()
                .map(
                        penalty ->
                                words.say(
                                        "slow.total.penalty",
                                        "penalty",
                                        number(penalty),
                                        "total",
                                        number(turn.loss() + penalty)));
    }

    /** Which point of the curves this is: D's loss is drawn halved. */
    String onTheCurve(PlayerTurn turn) {
        return switch (turn) {
            case PlayerTurn.OfGenerator _ -> words.say("slow.curve.generator");
            case PlayerTurn.OfDiscriminator _ ->
                    words.say("slow.curve.discriminator", "half", number(turn.loss() / 2));
        };
    }
}
