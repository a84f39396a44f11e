package org.ganatelier.text;

import org.ganatelier.coach.fact.Evidence;
import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Remedy.Change;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.train.LiveSettings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.BreakIterator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what the coach has found. */
public final class CoachText {
    private static final String RULE = "coach.rule.";
    private static final String FIGURE = "coach.figure.";

    /** Smaller figures are written with a power of ten. */
    private static final double SMALL = 1e-5;

    private static final double HUNDRED = 100;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private CoachText() {}

    /** What happens, in a few words. */
    public static String title(Words words, Finding finding) {
        return words.say(key(finding) + ".title");
    }

    /** What happens and why, in two to four sentences with figures. */
    public static String text(Words words, Finding finding, DataSpec data) {
        Map<String, String> arguments = new HashMap<>();
        for (Evidence evidence : finding.evidence()) {
            arguments.put(evidence.figure().id(), value(words, evidence, data));
        }
        finding.figure(Figure.LARGEST_CLASS)
                .ifPresent(label -> arguments.put("class", className(words, label, data)));
        String text = words.say(key(finding) + ".text", arguments);
        return finding.cause()
                .map(
                        edit ->
                                text
                                        + " "
                                        + words.say(
                                                "coach.cause",
                                                Map.of(
                                                        "step",
                                                        edit.step(),
                                                        "setting",
                                                        SettingText.name(words, edit.setting()),
                                                        "before",
                                                        edit.before(),
                                                        "after",
                                                        edit.after())))
                .orElse(text);
    }

    /** The first sentence of a text. */
    public static String firstSentence(Words words, String text) {
        var sentences = BreakIterator.getSentenceInstance(words.language().locale());
        sentences.setText(text);
        return text.substring(0, sentences.next()).strip();
    }

    private static String key(Finding finding) {
        return RULE + finding.rule() + (finding.words().isEmpty() ? "" : "." + finding.words());
    }

    /** What a figure of the evidence is. */
    public static String name(Words words, Figure figure) {
        return words.say(FIGURE + figure.id());
    }

    /** A figure of the evidence. */
    public static String value(Words words, Evidence evidence, DataSpec data) {
        double value = evidence.value();
        return switch (evidence.figure().unit()) {
            case NUMBER -> words.figure(value, 2);
            case SMALL -> small(words, value);
            case COUNT -> words.number(Math.round(value));
            case SHARE -> words.say("coach.percent", "n", Math.round(HUNDRED * value));
            case CLASS -> className(words, value, data);
        };
    }

    /** Two digits: a rate has no more, and of a gradient more would not be true tomorrow. */
    private static String small(Words words, double value) {
        return Math.abs(value) < SMALL && value != 0
                ? words.power(value, 0)
                : ValueText.plain(words, new BigDecimal(value, TWO_DIGITS).doubleValue());
    }

    private static String className(Words words, double label, DataSpec data) {
        List<String> names = ClassText.names(words, data);
        int index = (int) label;
        return index < names.size() ? names.get(index) : words.number(index);
    }

    /** What a picture beside a finding shows. */
    public static String picture(Words words, Picture picture) {
        return words.say(
                switch (picture) {
                    case OUTPUTS -> "coach.picture.outputs";
                    case LOSSES -> "coach.picture.losses";
                    case GRADIENT -> "coach.picture.gradient";
                    case CLASSES -> "coach.picture.classes";
                    case DISTANCE -> "coach.picture.distance";
                    case VARIETY -> "coach.picture.variety";
                });
    }

    /** What would help: "D’s learning rate 0.0005". */
    public static String remedy(Words words, Remedy remedy) {
        return words.list(remedy.changes().stream().map(change -> change(words, change)).toList());
    }

    private static String change(Words words, Change change) {
        return switch (change) {
            case Change.BatchSize(_, int after) -> words.say("coach.change.batch-size", "n", after);
            case Change.Live(var setting, _, String after) when setting.equals(LiveSettings.LOSS) ->
                    words.say("coach.change.loss", "loss", loss(words, after));
            case Change.Live(var setting, _, String after) ->
                    words.say(
                            "coach.change.set",
                            "setting",
                            SettingText.name(words, setting),
                            "value",
                            number(words, after));
        };
    }

    private static String loss(Words words, String id) {
        return Loss.all().stream()
                .filter(loss -> loss.id().equals(id))
                .findFirst()
                .map(loss -> words.say("objective.loss." + loss.id() + ".title"))
                .orElse(id);
    }

    private static String number(Words words, String text) {
        try {
            return small(words, Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return text;
        }
    }

    /** Where it is explained: authors, year, address. */
    public static Optional<String> source(Finding finding) {
        return switch (finding.rule()) {
            case "divergence", "oscillation" ->
                    Optional.of("Mescheder et al. 2018, arXiv:1801.04406");
            case "discriminator-too-strong" ->
                    Optional.of("Goodfellow et al. 2014, arXiv:1406.2661, section 3");
            case "generator-gradient-vanishing" ->
                    Optional.of("Arjovsky and Bottou 2017, arXiv:1701.04862");
            case "mode-collapse" -> Optional.of("Salimans et al. 2016, arXiv:1606.03498");
            case "memorisation" -> Optional.of("Gu et al. 2023, arXiv:2310.02664");
            case "batch-too-small" -> Optional.of("Brock et al. 2019, arXiv:1809.11096");
            case "saturation" -> Optional.of("Gulrajani et al. 2017, arXiv:1704.00028");
            case "rates-out-of-balance", "healthy" ->
                    Optional.of("Heusel et al. 2017, arXiv:1706.08500");
            case "scores-not-chances" -> Optional.of("Arjovsky et al. 2017, arXiv:1701.07875");
            case "losses-mislead" -> Optional.of("Goodfellow 2016, arXiv:1701.00160, section 3.2");
            case "no-learning" -> Optional.of("Kingma and Ba 2015, arXiv:1412.6980");
            default -> Optional.empty();
        };
    }

    /** One line for a command line: when, what, the figures in words. */
    public static String line(Words words, Finding finding, DataSpec data) {
        return words.say("coach.title")
                + ", "
                + words.say("coach.step", "step", finding.step()).toLowerCase(Locale.ROOT)
                + ": "
                + title(words, finding)
                + ". "
                + text(words, finding, data);
    }
}
