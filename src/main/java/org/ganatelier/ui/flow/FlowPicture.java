package org.ganatelier.ui.flow;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Zoom;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Noise, G, an image, D, its outputs and both losses from left to right, with arrows between them;
 * dashed arrows are the ways back of the gradients. In the upper row is what is generated, in the
 * lower what is real. FX thread only.
 */
final class FlowPicture extends Pane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    /** From this height on, in pixels at the usual size, there is room for formulas. */
    private static final double TALL_FROM = 220;

    /** From this width on, letters are larger too. */
    private static final double WIDE_FROM = 1000;

    /** Below this width the objective's name is left out: the curves say it too. */
    private static final double NAMED_FROM = 800;

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

    /** Holds all of it, and is drawn smaller where it does not fit otherwise. */
    private final Group board = new Group();

    private final Scale scale = new Scale();

    FlowPicture(Words words) {
        texts = new FlowTexts(words);
        getStyleClass().add("flow-picture");
        noiseName = label("flow-detail");
        noiseName.setText(texts.noise());
        generator = new FlowPart(texts.name(Side.GENERATOR), "of-generator");
        discriminator = new FlowPart(texts.name(Side.DISCRIMINATOR), "of-discriminator");
        board.getTransforms().add(scale);
        board.setManaged(false);
        board.setAutoSizeChildren(false);
        getChildren().add(board);
        board.getChildren()
                .addAll(
                        arrows,
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
        generator.tell(texts.network(facts, Side.GENERATOR), isTall());
        discriminator.tell(texts.network(facts, Side.DISCRIMINATOR), isTall());
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

    private boolean isTall() {
        return getHeight() >= Zoom.of(this) * TALL_FROM;
    }

    @Override
    protected void layoutChildren() {
        boolean tall = isTall();
        boolean large = tall && getWidth() >= Zoom.of(this) * WIDE_FROM;
        if (large != getStyleClass().contains(LARGE)) {
            getStyleClass().remove(LARGE);
            if (large) {
                getStyleClass().add(LARGE);
            }
            applyCss();
        }
        Stream.of(
                        formulaOfGenerator,
                        formulaOfDiscriminator,
                        gradientOfGenerator,
                        gradientOfDiscriminator)
                .forEach(each -> each.setVisible(tall));
        objective.setVisible(getWidth() >= Zoom.of(this) * NAMED_FROM);
        generator.tell(generator.words(), tall);
        discriminator.tell(discriminator.words(), tall);
        new Placing(tall).place();
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
        private static final double LEAST_GAP = 16;

        private final boolean tall;
        private final double zoom = Zoom.of(FlowPicture.this);
        private double width = getWidth();
        private double height = getHeight();
        private double upper;
        private double lower;
        private double side;

        Placing(boolean tall) {
            this.tall = tall;
            side = Math.rint(tall ? Math.min(height * 0.24, width * 0.1) : height * 0.36);
        }

        void place() {
            noise.resize(side * (tall ? 1.3 : 1.8), side);
            generated.resize(side, side);
            real.resize(side, side);
            double[] widths = widths();
            double sum = DoubleStream.of(widths).sum();
            int gaps = widths.length - 1;
            double least = sum + (24 + gaps * LEAST_GAP) * zoom;
            double smaller = Math.min(1, width / least);
            scale.setX(smaller);
            scale.setY(smaller);
            width /= smaller;
            height /= smaller;
            upper = height * (tall ? 0.33 : 0.36);
            lower = height * (tall ? 0.67 : 0.74);
            double room = Math.min(width - 24 * zoom, MOST_WIDTH * zoom);
            double gap = Math.min((room - sum) / gaps, MOST_GAP * zoom);
            double x = (width - sum - gap * gaps) / 2;
            double[] at = new double[widths.length];
            for (int i = 0; i < widths.length; i++) {
                at[i] = Math.rint(x);
                x += widths[i] + gap;
            }
            columns(at);
            lead(gap);
        }

        private double[] widths() {
            double ofNoise =
                    tall
                            ? Math.max(noise.getWidth(), wide(noiseName))
                            : noise.getWidth() + wide(noiseName) + zoom * 6;
            double ofLosses = Math.max(wide(lossOfGenerator), wide(lossOfDiscriminator));
            if (tall) {
                ofLosses = Math.max(ofLosses, wide(formulaOfGenerator));
                ofLosses = Math.max(ofLosses, wide(formulaOfDiscriminator));
            }
            var all =
                    DoubleStream.of(
                            ofNoise,
                            wide(generator),
                            side,
                            wide(discriminator),
                            Math.max(wide(outputGenerated), wide(outputReal)),
                            ofLosses);
            return objective.isVisible()
                    ? DoubleStream.concat(all, DoubleStream.of(wide(objective))).toArray()
                    : all.toArray();
        }

        private void columns(double[] x) {
            if (tall) {
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
            double high = tall ? lower - upper + side * 0.7 : height * 0.62;
            discriminator.resize(wide(discriminator), high);
            put(discriminator, x[3], (upper + lower) / 2 - high / 2);
            centred(outputGenerated, x[4], upper);
            centred(outputReal, x[4], lower);
            centred(lossOfGenerator, x[5], upper);
            centred(lossOfDiscriminator, x[5], lower);
            if (tall) {
                below(formulaOfGenerator, lossOfGenerator);
                below(formulaOfDiscriminator, lossOfDiscriminator);
            }
            if (objective.isVisible()) {
                centred(objective, x[6], (upper + lower) / 2);
            }
        }

        private void lead(double gap) {
            double head = Math.min(gap * 0.45, (tall ? 11 : 7) * zoom);
            double margin = height * (tall ? 0.07 : 0.065);
            arrows.lead(FlowPicture.this, head, margin, height - margin);
            if (tall) {
                double inside = margin + 13 * zoom;
                centred(gradientOfGenerator, rightOf(generator) + 12 * zoom, inside);
                centred(
                        gradientOfDiscriminator,
                        rightOf(discriminator) + 12 * zoom,
                        height - inside);
            }
        }

        private void below(Label formula, Label loss) {
            formula.autosize();
            put(formula, loss.getLayoutX(), loss.getLayoutY() + loss.getHeight() + 6 * zoom);
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
