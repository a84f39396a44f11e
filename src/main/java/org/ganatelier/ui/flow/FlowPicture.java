package org.ganatelier.ui.flow;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Zoom;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Noise, G, an image, D, its outputs and both losses from left to right, with arrows between them;
 * dashed arrows are the ways back of the gradients. In the upper row is what is generated, in the
 * lower what is real. FX thread only.
 */
final class FlowPicture extends Pane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    /** From this height on, in pixels at the usual size, there is room for formulas. */
    private static final double LARGE_FROM = 220;

    private static final String LARGE = "large";

    private final FlowTexts texts;
    final Label noiseName;
    final NoiseBars noise = new NoiseBars();
    final FlowPart generator;
    final FlowPart discriminator;
    final Thumb generated = new Thumb();
    final Thumb real = new Thumb();
    final Label realName = label("flow-detail");
    final Label outputGenerated = label("flow-figure", "of-generator");
    final Label outputReal = label("flow-figure", "of-discriminator");
    final Label lossOfGenerator = label("flow-figure", "of-generator");
    final Label lossOfDiscriminator = label("flow-figure", "of-discriminator");
    final Label objective = label("flow-detail");
    private final Label formulaOfGenerator = label("flow-formula");
    final Label formulaOfDiscriminator = label("flow-formula");
    final Label gradientOfGenerator = label("flow-gradient", "of-generator");
    final Label gradientOfDiscriminator = label("flow-gradient", "of-discriminator");
    private final FlowArrows arrows = new FlowArrows();

    FlowPicture(Words words) {
        texts = new FlowTexts(words);
        getStyleClass().add("flow-picture");
        noiseName = label("flow-detail");
        noiseName.setText(texts.noise());
        generator = new FlowPart(texts.name(Side.GENERATOR), "of-generator");
        discriminator = new FlowPart(texts.name(Side.DISCRIMINATOR), "of-discriminator");
        getChildren().add(arrows);
        getChildren()
                .addAll(
                        noiseName,
                        noise,
                        generator,
                        generated,
                        realName,
                        real,
                        discriminator,
                        outputGenerated,
                        outputReal,
                        lossOfGenerator,
                        lossOfDiscriminator,
                        objective,
                        formulaOfGenerator,
                        formulaOfDiscriminator,
                        gradientOfGenerator,
                        gradientOfDiscriminator);
        setMinSize(0, 0);
    }

    /** Shows what is known now. */
    void show(FlowFacts facts) {
        generated.show(facts.generated());
        real.show(facts.real());
        realName.setText(texts.real(facts));
        outputGenerated.setText(texts.outputGenerated(facts));
        outputReal.setText(texts.outputReal(facts));
        lossOfGenerator.setText(texts.loss(facts, Side.GENERATOR));
        lossOfDiscriminator.setText(texts.loss(facts, Side.DISCRIMINATOR));
        objective.setText(texts.objective(facts));
        formulaOfGenerator.setText(texts.formula(facts, Side.GENERATOR));
        formulaOfDiscriminator.setText(texts.formula(facts, Side.DISCRIMINATOR));
        gradientOfGenerator.setText(texts.gradient(facts, Side.GENERATOR));
        gradientOfDiscriminator.setText(texts.gradient(facts, Side.DISCRIMINATOR));
        generator.tell(texts.network(facts, Side.GENERATOR), isLarge());
        discriminator.tell(texts.network(facts, Side.DISCRIMINATOR), isLarge());
        arrows.pair(texts.isPaired(facts));
        requestLayout();
    }

    /** What it says now, for who cannot see it. */
    String spoken() {
        return Stream.of(
                        outputReal,
                        outputGenerated,
                        lossOfGenerator,
                        lossOfDiscriminator,
                        objective)
                .map(Label::getText)
                .collect(Collectors.joining(", "));
    }

    /** Whether anything goes on; a picture of what rests is grey. */
    void setActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    /** Shows who learns just now, or that nobody is told apart. */
    void light(Optional<Side> learner) {
        boolean g = learner.equals(Optional.of(Side.GENERATOR));
        boolean d = learner.equals(Optional.of(Side.DISCRIMINATOR));
        generator.light(g);
        discriminator.light(d);
        arrows.light(learner);
    }

    private boolean isLarge() {
        return getHeight() >= Zoom.of(this) * LARGE_FROM;
    }

    @Override
    protected void layoutChildren() {
        boolean large = isLarge();
        if (large != getStyleClass().contains(LARGE)) {
            getStyleClass().remove(LARGE);
            if (large) {
                getStyleClass().add(LARGE);
            }
            applyCss();
        }
        List.of(formulaOfGenerator, formulaOfDiscriminator, gradientOfGenerator,
                        gradientOfDiscriminator)
                .forEach(each -> each.setVisible(large));
        generator.tell(generator.words(), large);
        discriminator.tell(discriminator.words(), large);
        new Placing(large).place();
    }

    private static Label label(String... styles) {
        var label = new Label();
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Where everything stands at one size. */
    private final class Placing {
        private static final double MOST_WIDTH = 1500;
        private static final double MOST_GAP = 150;

        private final boolean large;
        private final double zoom = Zoom.of(FlowPicture.this);
        private final double height = getHeight();
        private final double upper;
        private final double lower;
        private final double side;

        Placing(boolean large) {
            this.large = large;
            upper = height * (large ? 0.33 : 0.36);
            lower = height * (large ? 0.67 : 0.74);
            side =
                    Math.rint(
                            large
                                    ? Math.min(height * 0.24, getWidth() * 0.1)
                                    : height * 0.36);
        }

        void place() {
            noise.resize(side * (large ? 1.3 : 1.8), side);
            generated.resize(side, side);
            real.resize(side, side);
            double[] widths = {
                (large ? Math.max(noise.getWidth(), wide(noiseName))
                        : noise.getWidth() + wide(noiseName) + zoom * 6),
                wide(generator),
                side,
                wide(discriminator),
                Math.max(wide(outputGenerated), wide(outputReal)),
                Math.max(wide(lossOfGenerator), wide(lossOfDiscriminator)),
                wide(objective)
            };
            double sum = 0;
            for (double width : widths) {
                sum += width;
            }
            double room = Math.min(getWidth() - 24 * zoom, MOST_WIDTH * zoom);
            double gap = Math.clamp((room - sum) / (widths.length - 1), 2, MOST_GAP * zoom);
            double x = (getWidth() - sum - gap * (widths.length - 1)) / 2;
            double[] at = new double[widths.length];
            for (int i = 0; i < widths.length; i++) {
                at[i] = Math.rint(x);
                x += widths[i] + gap;
            }
            columns(at);
            lead(gap);
        }

        private void columns(double[] x) {
            if (large) {
                put(noise, x[0], upper - side / 2);
                noiseName.autosize();
                put(noiseName, x[0], upper + side / 2 + 4 * zoom);
            } else {
                centred(noiseName, x[0], upper);
                put(noise, x[0] + wide(noiseName) + zoom * 6, upper - side / 2);
            }
            centred(generator, x[1], upper);
            put(generated, x[2], upper - side / 2);
            put(real, x[2], lower - side / 2);
            centred(realName, x[2] - wide(realName) - 8 * zoom, lower);
            double tall = large ? lower - upper + side * 0.7 : height * 0.62;
            discriminator.resize(wide(discriminator), tall);
            put(discriminator, x[3], (upper + lower) / 2 - tall / 2);
            centred(outputGenerated, x[4], upper);
            centred(outputReal, x[4], lower);
            centred(lossOfGenerator, x[5], upper);
            centred(lossOfDiscriminator, x[5], lower);
            centred(objective, x[6], (upper + lower) / 2);
            if (large) {
                below(formulaOfGenerator, lossOfGenerator);
                below(formulaOfDiscriminator, lossOfDiscriminator);
            }
        }

        private void lead(double gap) {
            double head = Math.min(gap * 0.45, (large ? 11 : 7) * zoom);
            arrows.lead(FlowPicture.this, head, height * (large ? 0.07 : 0.065));
            if (large) {
                double over = height * 0.07 + 4 * zoom;
                centred(gradientOfGenerator, rightOf(generator) + 12 * zoom, over + 9 * zoom);
                centred(
                        gradientOfDiscriminator,
                        rightOf(discriminator) + 12 * zoom,
                        height - over - 9 * zoom);
            }
        }

        /** Under a label and as near to its middle as the picture's edge lets it. */
        private void below(Label formula, Label loss) {
            formula.autosize();
            double middle = loss.getLayoutX() + loss.getWidth() / 2;
            double x =
                    Math.clamp(
                            middle - formula.getWidth() / 2,
                            0,
                            Math.max(0, getWidth() - formula.getWidth() - 8 * zoom));
            put(formula, x, loss.getLayoutY() + loss.getHeight() + 6 * zoom);
        }

        private double wide(Node node) {
            return Math.ceil(node.prefWidth(-1));
        }

        private double rightOf(Node node) {
            return node.getBoundsInParent().getMaxX();
        }

        private void centred(Node node, double x, double y) {
            node.autosize();
            put(node, x, y - node.getLayoutBounds().getHeight() / 2);
        }

        private void put(Node node, double x, double y) {
            node.relocate(Math.rint(x), Math.rint(y));
        }
    }

    /** The middle of a side of a node: -1 is left or top, 1 is right or bottom. */
    static Point2D edge(Node node, double across, double down) {
        var bounds = node.getLayoutBounds();
        return new Point2D(
                node.getLayoutX() + bounds.getWidth() * (1 + across) / 2,
                node.getLayoutY() + bounds.getHeight() * (1 + down) / 2);
    }
}
