package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

import org.ganatelier.exchange.drawing.Svg;
import org.ganatelier.exchange.drawing.Svg.Anchor;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.RunSign;

import java.util.List;

/** All plots that are shown, one below the other, as they stand on the screen at the usual size. */
final class SvgPicture {
    private static final double MARGIN = 12;
    private static final double TITLE = 13;
    private static final double SMALL = 10.5;

    /** Title and what upwards means, above a plot. */
    private static final double HEAD = 38;

    /** Between two names, and beside the line that shows what a curve looks like. */
    private static final double NAMES_APART = 12;

    private static final double SWATCH = 18;

    /** From the middle of the sign of the coach to its words. */
    private static final double BESIDE_SIGN = 8;

    /** The usual width of a letter, by its size. */
    private static final double LETTER = 0.56;

    private final Words words;
    private final Svg svg = new Svg();

    SvgPicture(Words words) {
        this.words = words;
    }

    /** The whole document. */
    String of(List<PlotSection> sections) {
        double y = MARGIN;
        double width = 0;
        Plot first = sections.getFirst().plot();
        if (!first.frame().others().isEmpty()) {
            others(first, y);
            y += SMALL + MARGIN;
        }
        for (PlotSection section : sections) {
            Frame frame = section.plot().frame();
            width = Math.max(width, Plot.LEFT + frame.width() + Plot.RIGHT + 2 * MARGIN);
            add(section, y);
            y += HEAD + Plot.TOP + frame.height() + Plot.BOTTOM + MARGIN;
        }
        return svg.document(width, y, SvgPen.paint(first.colors().background()));
    }

    private void add(PlotSection section, double y) {
        Plot plot = section.plot();
        Frame frame = plot.frame();
        PlotColors colors = plot.colors();
        double left = MARGIN + Plot.LEFT;
        double top = y + HEAD + Plot.TOP;
        svg.text(
                MARGIN,
                y + TITLE,
                section.title(),
                TITLE,
                true,
                SvgPen.paint(colors.text()),
                Anchor.START);
        text(MARGIN, y + TITLE + SMALL + 6, section.upwards(), colors.guide(), Anchor.START);
        names(frame, colors, left + frame.width() + Plot.RIGHT, y + TITLE);
        svg.begin("area-" + section.kind().id(), left, top, frame.width(), frame.height());
        new Painter(new SvgPen(svg), frame, colors).paint(plot.reading().guides(), plot.marks());
        svg.end();
        axes(frame, colors, left, top);
        guides(plot, left, top);
    }

    /** The runs that are drawn beside this one, with the signs on their lines. */
    private void others(Plot plot, double y) {
        double x = MARGIN;
        for (OtherFrame other : plot.frame().others()) {
            Color color = plot.colors().ofOther(other.color());
            double foot = y + SMALL;
            OtherPainter.paintSign(
                    new SvgPen(svg),
                    RunSign.of(other.color()),
                    x + RunSign.RADIUS,
                    foot - SMALL / 3,
                    color);
            x += 2 * RunSign.RADIUS + NAMES_APART / 2;
            text(x, foot, other.name(), plot.colors().text(), Anchor.START);
            x += other.name().length() * SMALL * LETTER + NAMES_APART;
        }
    }

    private void axes(Frame frame, PlotColors colors, double left, double top) {
        for (Ticks.Tick tick : Ticks.ofValues(frame, words)) {
            text(
                    left - Plot.GAP,
                    top + tick.at() + SMALL / 3,
                    tick.label(),
                    colors.guide(),
                    Anchor.END);
        }
        for (Ticks.Tick tick : Ticks.ofSteps(frame, words)) {
            text(
                    left + tick.at(),
                    top + frame.height() + Plot.GAP + SMALL,
                    tick.label(),
                    colors.guide(),
                    tick.at() < SWATCH ? Anchor.START : Anchor.MIDDLE);
        }
    }

    private void guides(Plot plot, double left, double top) {
        Frame frame = plot.frame();
        for (Reading.Guide guide : plot.reading().guides()) {
            boolean seen =
                    guide.value() >= frame.scale().bottom() && guide.value() <= frame.scale().top();
            if (seen) {
                text(
                        left + frame.width() - 2,
                        top + frame.y(guide.value()) - 3,
                        guide.label(),
                        plot.colors().guide(),
                        Anchor.END);
            }
        }
        for (Mark mark : plot.marks()) {
            if (frame.part().contains((double) mark.step())) {
                words(mark, plot, left, top);
            }
        }
    }

    /** A change's stand at the upper edge, what the coach said beside its sign at the lower one. */
    private void words(Mark mark, Plot plot, double left, double top) {
        Frame frame = plot.frame();
        double x = frame.x((double) mark.step());
        switch (mark.kind()) {
            case EDIT ->
                    text(
                            left + x + 3,
                            top + SMALL,
                            mark.text(),
                            plot.colors().mark(),
                            Anchor.START);
            case COACH -> {
                boolean beginsHere = x < frame.width() / 2;
                text(
                        left + x + (beginsHere ? BESIDE_SIGN : -BESIDE_SIGN),
                        top + frame.height() - 2,
                        mark.text(),
                        plot.colors().coach(),
                        beginsHere ? Anchor.START : Anchor.END);
            }
        }
    }

    /** From the right to the left, for where they begin is not known without the fonts. */
    private void names(Frame frame, PlotColors colors, double right, double foot) {
        double x = right;
        for (Smoothed curve : frame.seen().reversed()) {
            String name = Legend.text(curve, words);
            var color = colors.of(curve.trace().side());
            text(x, foot, name, color, Anchor.END);
            x -= name.length() * SMALL * LETTER + NAMES_APART / 2;
            new SvgPen(svg)
                    .line(
                            x - SWATCH,
                            foot - SMALL / 3,
                            x,
                            foot - SMALL / 3,
                            new Pen.Stroke(color, 2, Painter.dash(curve.trace().side())));
            x -= SWATCH + NAMES_APART;
        }
    }

    private void text(double x, double y, String text, Color color, Anchor at) {
        svg.text(x, y, text, SMALL, false, SvgPen.paint(color), at);
    }
}
