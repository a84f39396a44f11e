package org.ganatelier.ui.slow;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The two networks and what goes between them, in one line: what works now is bright, who learns is
 * filled with its colour. FX thread only.
 */
final class Schematic extends HBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass LEARNING = PseudoClass.getPseudoClass("learning");

    private static final String FORTH = "→";
    private static final String BACK = "←";

    /** What stands in the line. */
    private enum Part {
        NOISE("z", ""),
        GENERATOR("G", "of-generator"),
        MADE("G(z)", ""),
        REAL("x", ""),
        DISCRIMINATOR("D", "of-discriminator"),
        LOSS("L", "");

        private final String sign;
        private final String style;

        Part(String sign, String style) {
            this.sign = sign;
            this.style = style;
        }
    }

    private final Map<Part, Label> parts = new EnumMap<>(Part.class);
    private final Label toSamples = arrow();
    private final Label toMade = arrow();
    private final Label toJudge = arrow();
    private final Label toLoss = arrow();

    Schematic() {
        getStyleClass().add("slow-schematic");
        setAlignment(Pos.CENTER_LEFT);
        for (Part part : Part.values()) {
            var label = new Label(part.sign);
            label.getStyleClass().add("slow-chip");
            if (!part.style.isEmpty()) {
                label.getStyleClass().add(part.style);
            }
            label.setMinWidth(USE_PREF_SIZE);
            parts.put(part, label);
        }
        getChildren()
                .addAll(
                        of(Part.NOISE),
                        toSamples,
                        of(Part.GENERATOR),
                        toMade,
                        of(Part.MADE),
                        of(Part.REAL),
                        toJudge,
                        of(Part.DISCRIMINATOR),
                        toLoss,
                        of(Part.LOSS));
        // What it shows is said in words above it.
        setMouseTransparent(true);
    }

    private Label of(Part part) {
        return parts.computeIfAbsent(part, missing -> new Label(missing.sign));
    }

    private static Label arrow() {
        var arrow = new Label(FORTH);
        arrow.getStyleClass().add("slow-arrow");
        arrow.setMinWidth(USE_PREF_SIZE);
        return arrow;
    }

    /** Lights up what works. */
    void show(SubStep.Kind kind) {
        Set<Part> active = active(kind);
        parts.forEach(
                (part, label) -> label.pseudoClassStateChanged(ACTIVE, active.contains(part)));
        of(Part.GENERATOR).pseudoClassStateChanged(LEARNING, kind == SubStep.Kind.UPDATE_OF_G);
        of(Part.DISCRIMINATOR).pseudoClassStateChanged(LEARNING, kind == SubStep.Kind.UPDATE_OF_D);
        boolean toD = kind == SubStep.Kind.UPDATE_OF_D;
        boolean toPixels = kind == SubStep.Kind.PIXELS;
        boolean toG = kind == SubStep.Kind.UPDATE_OF_G;
        point(toLoss, toD || toPixels || toG, active, Part.DISCRIMINATOR, Part.LOSS);
        point(toJudge, toPixels || toG, active, Part.MADE, Part.DISCRIMINATOR);
        if (active.contains(Part.REAL) && active.contains(Part.DISCRIMINATOR)) {
            toJudge.pseudoClassStateChanged(ACTIVE, true);
        }
        point(toMade, toG, active, Part.GENERATOR, Part.MADE);
        point(toSamples, false, active, Part.NOISE, Part.GENERATOR);
    }

    private static void point(Label arrow, boolean back, Set<Part> active, Part from, Part to) {
        arrow.setText(back ? BACK : FORTH);
        arrow.pseudoClassStateChanged(ACTIVE, active.contains(from) && active.contains(to));
    }

    private static Set<Part> active(SubStep.Kind kind) {
        return switch (kind) {
            case NOISE -> EnumSet.of(Part.NOISE);
            case MAKING -> EnumSet.of(Part.NOISE, Part.GENERATOR, Part.MADE);
            case REAL -> EnumSet.of(Part.REAL, Part.DISCRIMINATOR);
            case GENERATED -> EnumSet.of(Part.MADE, Part.DISCRIMINATOR);
            case LOSS_OF_D, AFTER_D ->
                    EnumSet.of(Part.REAL, Part.MADE, Part.DISCRIMINATOR, Part.LOSS);
            case UPDATE_OF_D -> EnumSet.of(Part.DISCRIMINATOR, Part.LOSS);
            case LOSS_OF_G, PIXELS -> EnumSet.of(Part.MADE, Part.DISCRIMINATOR, Part.LOSS);
            case UPDATE_OF_G ->
                    EnumSet.of(Part.GENERATOR, Part.MADE, Part.DISCRIMINATOR, Part.LOSS);
            case AFTER_G -> EnumSet.of(Part.NOISE, Part.GENERATOR, Part.MADE, Part.DISCRIMINATOR);
        };
    }
}
