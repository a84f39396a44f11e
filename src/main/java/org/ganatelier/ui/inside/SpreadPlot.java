package org.ganatelier.ui.inside;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;

import org.ganatelier.text.Words;
import org.ganatelier.train.Spread;

import java.util.List;

/**
 * Histograms over time: each column is one, dark where many numbers are; the two lines are plus and
 * minus the root of the mean square. FX thread only.
 */
final class SpreadPlot extends Ink {
    private static final double HEIGHT = 58;
    private static final double MARGIN = 3;
    private static final int OPAQUE = 0xFF000000;
    private static final int BYTE = 255;

    /** Bins with few numbers are to be seen too. */
    private static final double SHARPNESS = 0.45;

    private final Words words;
    private TimeLine time = new TimeLine(List.of());
    private List<Spread> spreads = List.of();

    SpreadPlot(Words words) {
        super(HEIGHT);
        this.words = words;
    }

    /**
     * Shows histograms.
     *
     * @param next one for each of the times
     */
    void show(TimeLine times, List<Spread> next) {
        time = times;
        spreads = next;
        paint();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        if (spreads.isEmpty()) {
            return;
        }
        double most = Float.MIN_NORMAL;
        boolean below = false;
        for (Spread spread : spreads) {
            most = Math.max(most, Math.max(-spread.low(), spread.high()));
            below |= spread.low() < 0;
        }
        double bottom = below ? -most : 0;
        drawBins(g, (int) width, (int) height, bottom, most);
        g.setStroke(grid());
        g.strokeRect(0.5, 0.5, width - 1, height - 1);
        drawSize(g, width, height, bottom, most);
        label(g, height, bottom, most);
    }

    private void drawBins(GraphicsContext g, int width, int height, double bottom, double top) {
        var argb = new int[width * height];
        Color paper = ground();
        Color ink = line(0);
        for (int x = 0; x < width; x++) {
            Spread spread = spreads.get(time.nearest(x, width));
            double bin = (spread.high() - spread.low()) / Spread.BINS;
            double peak = spread.highestCount();
            for (int y = 0; y < height; y++) {
                double value = top - (y + 0.5) / height * (top - bottom);
                int at = (int) Math.floor((value - spread.low()) / bin);
                boolean inside = at >= 0 && at < Spread.BINS;
                double share = inside ? Math.pow(spread.counts()[at] / peak, SHARPNESS) : 0;
                argb[y * width + x] = mix(paper, ink, share);
            }
        }
        g.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    }

    private static int mix(Color paper, Color ink, double share) {
        Color mixed = paper.interpolate(ink, share);
        return OPAQUE
                | (int) (mixed.getRed() * BYTE) << 16
                | (int) (mixed.getGreen() * BYTE) << 8
                | (int) (mixed.getBlue() * BYTE);
    }

    private void drawSize(
            GraphicsContext g, double width, double height, double bottom, double top) {
        g.setStroke(text());
        g.setLineWidth(1);
        for (int sign : bottom < 0 ? new int[] {1, -1} : new int[] {1}) {
            var x = new double[spreads.size()];
            var y = new double[spreads.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = time.x(i, width);
                y[i] = (top - sign * spreads.get(i).rms()) / (top - bottom) * height;
            }
            g.strokePolyline(x, y, x.length);
        }
    }

    private void label(GraphicsContext g, double height, double bottom, double top) {
        g.setFill(text());
        double line = g.getFont().getSize();
        g.fillText(InsideTexts.figure(top, words), MARGIN, line);
        g.fillText(InsideTexts.figure(bottom, words), MARGIN, height - MARGIN);
    }
}
