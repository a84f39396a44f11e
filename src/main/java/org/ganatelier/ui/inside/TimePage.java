package org.ganatelier.ui.inside;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Insight;
import org.ganatelier.text.Words;
import org.ganatelier.train.Inspection;
import org.ganatelier.train.LayerFigures;
import org.ganatelier.train.LayerFigures.Trained;
import org.ganatelier.train.Spread;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Scrolling;
import org.ganatelier.ui.widget.Terms;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a layer held in the steps that were looked at. FX thread only. */
final class TimePage extends StackPane implements InsidePage {
    private static final PseudoClass OF_DISCRIMINATOR =
            PseudoClass.getPseudoClass("of-discriminator");

    /** Karpathy 2015, cs231n.github.io/neural-networks-3. */
    private static final double USUAL_RATIO = 1e-3;

    private static final double PERCENT = 100;

    private final Insight insight;
    private final Words words;
    private final SpreadPlot weights;
    private final SpreadPlot activations;
    private final SpreadPlot gradients;
    private final LinePlot norms;
    private final LinePlot ratio;
    private final LinePlot resting;
    private final Section weightsPart;
    private final Section activationsPart;
    private final Section gradientsPart;
    private final Section normsPart;
    private final Section ratioPart;
    private final Section restingPart;
    private final VBox parts;
    private final Label from = new Label();
    private final Label to = new Label();
    private final Label none = new Label();

    /** A plot with its title, and its newest figure. */
    private static final class Section extends VBox {
        private final Label figure = new Label();
        private final List<Label> figures = new ArrayList<>();

        Section(Words words, String key, String term, Node plot) {
            var title = new Label(words.say(key));
            title.getStyleClass().add("inside-title");
            title.setMinWidth(USE_PREF_SIZE);
            Hints.on(title, words.say(key + ".meaning"));
            Terms.on(title, term, words);
            figure.getStyleClass().add("inside-figure");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var head = new HBox(title, space, figure);
            head.getStyleClass().add("inside-section-head");
            getStyleClass().add("inside-section");
            getChildren().addAll(head, plot);
        }

        /** Figures in the colours of their curves. */
        void show(List<String> newest) {
            for (int i = 0; i < newest.size(); i++) {
                if (figures.size() <= i) {
                    var label = new Label();
                    label.getStyleClass().addAll("inside-figure", "inside-curve-" + i);
                    figures.add(label);
                    ((HBox) getChildren().getFirst()).getChildren().add(label);
                }
                figures.get(i).setText(newest.get(i));
            }
            show(true, "");
        }

        void show(boolean there, String newest) {
            setVisible(there);
            setManaged(there);
            figure.setText(newest);
        }
    }

    TimePage(Insight insight, Words words) {
        this.insight = insight;
        this.words = words;
        weights = new SpreadPlot(words);
        activations = new SpreadPlot(words);
        gradients = new SpreadPlot(words);
        norms = new LinePlot(LinePlot.Axis.LOGARITHMIC, OptionalDouble.empty(), words);
        ratio = new LinePlot(LinePlot.Axis.LOGARITHMIC, OptionalDouble.of(USUAL_RATIO), words);
        resting = new LinePlot(LinePlot.Axis.SHARE, OptionalDouble.empty(), words);
        weightsPart = new Section(words, "inside.weights", "parameter", weights);
        activationsPart = new Section(words, "inside.activations", "activation", activations);
        gradientsPart = new Section(words, "inside.gradients", "gradient", gradients);
        normsPart = new Section(words, "inside.norms", "gradient-norm", norms);
        ratioPart = new Section(words, "inside.ratio", "update-ratio", ratio);
        restingPart = new Section(words, "inside.resting", "dead-unit", resting);
        getStyleClass().add("inside-time");
        from.getStyleClass().add("inside-note");
        to.getStyleClass().add("inside-note");
        none.getStyleClass().add("inside-note");
        none.setWrapText(true);
        none.setText(words.say("inside.time.none"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        parts =
                new VBox(
                        ratioPart,
                        normsPart,
                        weightsPart,
                        gradientsPart,
                        activationsPart,
                        restingPart,
                        new HBox(from, space, to));
        parts.getStyleClass().add("inside-parts");
        var scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inside-scroll");
        Scrolling.paintOnlyChanges(scroll);
        getChildren().addAll(scroll, none);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(Subject subject) {
        pseudoClassStateChanged(OF_DISCRIMINATOR, subject.side() == Side.DISCRIMINATOR);
        List<Inspection> found =
                insight.inspections().stream()
                        .filter(i -> i.of(subject.side(), subject.at().index()).isPresent())
                        .toList();
        none.setVisible(found.isEmpty());
        parts.setVisible(!found.isEmpty());
        if (!found.isEmpty()) {
            show(
                    found,
                    found.stream()
                            .flatMap(i -> i.of(subject.side(), subject.at().index()).stream())
                            .toList());
        }
    }

    private void show(List<Inspection> found, List<LayerFigures> figures) {
        TimeLine all = new TimeLine(found.stream().map(Inspection::step).toList());
        from.setText(words.say("inside.step", "step", all.steps().getFirst()));
        to.setText(words.say("inside.step", "step", all.steps().getLast()));
        activations.show(all, figures.stream().map(LayerFigures::activations).toList());
        activationsPart.show(true, rms(figures.getLast().activations()));
        double still = figures.getLast().resting();
        resting.show(all, List.of(figures.stream().mapToDouble(LayerFigures::resting).toArray()));
        restingPart.show(
                !Double.isNaN(still),
                words.say("inside.percent", "n", Math.round(PERCENT * still)));
        List<Long> steps =
                IntStream.range(0, figures.size())
                        .filter(i -> figures.get(i).trained().isPresent())
                        .mapToObj(i -> found.get(i).step())
                        .toList();
        showTrained(
                new TimeLine(steps),
                figures.stream().flatMap(each -> each.trained().stream()).toList());
    }

    private void showTrained(TimeLine time, List<Trained> trained) {
        boolean some = !trained.isEmpty();
        if (some) {
            Trained newest = trained.getLast();
            weights.show(time, each(trained, Trained::weights));
            gradients.show(time, each(trained, Trained::gradients));
            norms.show(
                    time,
                    List.of(
                            values(trained, t -> t.weights().norm()),
                            values(trained, t -> t.gradients().norm()),
                            values(trained, t -> t.update().norm())));
            ratio.show(time, List.of(values(trained, Trained::ratio)));
            weightsPart.show(true, rms(newest.weights()));
            gradientsPart.show(true, rms(newest.gradients()));
            ratioPart.show(true, InsideTexts.figure(newest.ratio(), words));
            normsPart.show(
                    List.of(
                            norm("w", newest.weights()),
                            norm("g", newest.gradients()),
                            norm("Δw", newest.update())));
        } else {
            for (Section each : List.of(weightsPart, gradientsPart, normsPart, ratioPart)) {
                each.show(false, "");
            }
        }
    }

    private String norm(String of, Spread spread) {
        return "‖" + of + "‖ " + InsideTexts.figure(spread.norm(), words);
    }

    private String rms(Spread spread) {
        return words.say("inside.rms", "value", InsideTexts.figure(spread.rms(), words));
    }

    private static List<Spread> each(List<Trained> trained, Function<Trained, Spread> part) {
        return trained.stream().map(part).toList();
    }

    private static double[] values(List<Trained> trained, ToDoubleFunction<Trained> value) {
        return trained.stream().mapToDouble(value).toArray();
    }
}
