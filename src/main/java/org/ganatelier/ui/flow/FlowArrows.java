package org.ganatelier.ui.flow;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;

import org.ganatelier.experiment.basics.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arrows of the picture: forwards from noise to losses, and dashed back to each network. */
final class FlowArrows extends Group {
    private static final String GENERATED = "of-generator";
    private static final String REAL = "of-discriminator";
    private static final String BACK = "flow-back";

    /** Between an arrow and what it begins or ends at, in heads. */
    private static final double AIR = 0.5;

    private final Arrow noise = new Arrow(GENERATED);
    private final Arrow made = new Arrow(GENERATED);
    private final Arrow generated = new Arrow(GENERATED);
    private final Arrow real = new Arrow(REAL);
    private final Arrow outputGenerated = new Arrow(GENERATED);
    private final Arrow outputReal = new Arrow(REAL);
    private final Arrow lossOfGenerator = new Arrow(GENERATED);
    private final Arrow lossOfDiscriminator = new Arrow(REAL);
    private final Arrow against = new Arrow(GENERATED);
    private final Arrow beside = new Arrow(REAL);
    private final Arrow backToGenerator = new Arrow(GENERATED, BACK);
    private final Arrow backToDiscriminator = new Arrow(REAL, BACK);

    /** What D's update uses, and what G's uses. */
    private final List<Arrow> ofDiscriminator =
            List.of(
                    generated,
                    real,
                    outputGenerated,
                    outputReal,
                    lossOfDiscriminator,
                    against,
                    backToDiscriminator);

    private final List<Arrow> ofGenerator =
            List.of(noise, made, generated, outputGenerated, lossOfGenerator, backToGenerator);

    FlowArrows() {
        setManaged(false);
        setMouseTransparent(true);
        beside.setVisible(false);
        getChildren()
                .addAll(
                        noise,
                        made,
                        generated,
                        real,
                        outputGenerated,
                        outputReal,
                        against,
                        beside,
                        lossOfGenerator,
                        lossOfDiscriminator,
                        backToGenerator,
                        backToDiscriminator);
    }

    /** Whether G's loss compares its images with real ones. */
    void pair(boolean paired) {
        beside.setVisible(paired);
    }

    /** Shows what the update of a network uses, or none in particular. */
    void light(Optional<Side> learner) {
        List<Arrow> lit =
                learner.map(
                                side ->
                                        switch (side) {
                                            case GENERATOR -> ofGenerator;
                                            case DISCRIMINATOR -> ofDiscriminator;
                                        })
                        .orElse(List.of());
        getChildren().forEach(arrow -> ((Arrow) arrow).light(lit.contains((Arrow) arrow)));
    }

    /**
     * Leads from part to part of a picture.
     *
     * @param head size of the heads, in pixels
     * @param above where G's way back runs
     * @param below where D's does
     */
    void lead(FlowPicture at, double head, double above, double below) {
        straight(noise, at.noise, at.generator, 0, 0, head);
        straight(made, at.generator, at.generated, 0, 0, head);
        double upper = level(at.discriminator, at.generated);
        double lower = level(at.discriminator, at.real);
        straight(generated, at.generated, at.discriminator, 0, upper, head);
        straight(real, at.real, at.discriminator, 0, lower, head);
        straight(outputGenerated, at.discriminator, at.outputGenerated, upper, 0, head);
        straight(outputReal, at.discriminator, at.outputReal, lower, 0, head);
        straight(lossOfGenerator, at.outputGenerated, at.lossOfGenerator, 0, 0, head);
        straight(lossOfDiscriminator, at.outputReal, at.lossOfDiscriminator, 0, 0, head);
        straight(against, at.outputGenerated, at.lossOfDiscriminator, 0.4, -0.5, head);
        straight(beside, at.outputReal, at.lossOfGenerator, -0.4, 0.5, head);
        back(backToGenerator, at.lossOfGenerator, -1, at.generator, above, head);
        Node lowest =
                at.formulaOfDiscriminator.isVisible()
                        ? at.formulaOfDiscriminator
                        : at.lossOfDiscriminator;
        back(backToDiscriminator, lowest, 1, at.discriminator, below, head);
    }

    /** How far up or down another node's middle lies on the side of one: -1 is its top. */
    private static double level(Node node, Node other) {
        double height = node.getLayoutBounds().getHeight();
        double y = FlowPicture.edge(other, 0, 0).getY() - node.getLayoutY();
        return Math.clamp(2 * y / height - 1, -0.9, 0.9);
    }

    private static void straight(
            Arrow arrow, Node from, Node to, double fromLevel, double toLevel, double head) {
        Point2D start = FlowPicture.edge(from, 1, fromLevel).add(head * AIR, 0);
        Point2D end = FlowPicture.edge(to, -1, toLevel).subtract(head * AIR, 0);
        arrow.lead(head, List.of(start, end));
    }

    /** From a loss along the upper or the lower edge into a network. */
    private static void back(
            Arrow arrow, Node loss, double down, Node network, double level, double head) {
        Point2D start = FlowPicture.edge(loss, 0, down);
        Point2D end = FlowPicture.edge(network, 0, down);
        var points = new ArrayList<Point2D>();
        points.add(start);
        points.add(new Point2D(start.getX(), level));
        points.add(new Point2D(end.getX(), level));
        points.add(end.add(0, down));
        arrow.lead(head, points);
    }
}
