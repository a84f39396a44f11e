package org.ganatelier.exchange.drawing;

import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A drawing as Scalable Vector Graphics 1.1 (W3C 2011), while it is made. Places are pixels from
 * the upper left; text stays text. For one thread.
 */
public final class Svg {
    /** Where a text stands on its place. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * What something is drawn with.
     *
     * @param rgb red, green and blue, eight bits each
     * @param opacity 0 to 1
     */
    public record Paint(int rgb, double opacity) {}

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" \
            viewBox="0 0 %1$s %2$s" font-family="sans-serif">
            <rect width="100%%" height="100%%" %3$s/>
            """;

    private final StringBuilder elements = new StringBuilder();

    /** The whole document. */
    public String document(double width, double height, Paint background) {
        return HEAD.formatted(size(width), size(height), fill(background)) + elements + "</svg>\n";
    }

    private static String size(double pixels) {
        return Long.toString(Math.round(pixels));
    }

    /** Writes a document, whole or not at all. */
    public static void write(String document, Path file) throws IOException {
        SafeFile.write(file, out -> out.write(document.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * All until {@link #end} is moved to a place, and cut off at the edges of an area there.
     *
     * @param id of the area, one of its own in the document
     */
    public void begin(String id, double x, double y, double width, double height) {
        elements.append(
                String.format(
                        Locale.ROOT,
                        "<clipPath id=\"%1$s\"><rect width=\"%2$.1f\""
                                + " height=\"%3$.1f\"/></clipPath>\n"
                                + "<g transform=\"translate(%4$.1f %5$.1f)\""
                                + " clip-path=\"url(#%1$s)\">\n",
                        id,
                        width,
                        height,
                        x,
                        y));
    }

    /** Ends what {@link #begin} began. */
    public void end() {
        elements.append("</g>\n");
    }

    /**
     * A line of text.
     *
     * @param y of its foot
     * @param size of its letters, in pixels
     */
    public void text(
            double x, double y, String text, double size, boolean bold, Paint paint, Anchor at) {
        elements.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" text-anchor=\"%s\"%s"
                                + " %s>%s</text>\n",
                        x,
                        y,
                        size,
                        at.name().toLowerCase(Locale.ROOT),
                        bold ? " font-weight=\"bold\"" : "",
                        fill(paint),
                        escaped(text)));
    }

    /**
     * A line through the first {@code points} places.
     *
     * @param dashes lengths of strokes and gaps in turn; none for a line without gaps
     */
    public void polyline(
            double[] x, double[] y, int points, Paint paint, double width, double... dashes) {
        if (points > 1) {
            elements.append(
                    String.format(
                            Locale.ROOT,
                            "<polyline fill=\"none\" stroke-linejoin=\"round\""
                                    + " stroke-width=\"%s\"%s %s points=\"%s\"/>\n",
                            width,
                            dashes(dashes),
                            paint("stroke", paint),
                            points(x, y, points)));
        }
    }

    /** An area around the first {@code points} places. */
    public void polygon(double[] x, double[] y, int points, Paint paint) {
        if (points > 2) {
            elements.append(
                    String.format(
                            Locale.ROOT,
                            "<polygon %s points=\"%s\"/>\n",
                            fill(paint),
                            points(x, y, points)));
        }
    }

    /** A round dot. */
    public void circle(double x, double y, double radius, Paint paint) {
        elements.append(
                String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>\n",
                        x,
                        y,
                        radius,
                        fill(paint)));
    }

    private static String dashes(double... lengths) {
        return lengths.length == 0
                ? ""
                : DoubleStream.of(lengths)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
    }

    private static String points(double[] x, double[] y, int points) {
        var all = new StringBuilder();
        for (int i = 0; i < points; i++) {
            all.append(i == 0 ? "" : " ").append(tenths(x[i])).append(',').append(tenths(y[i]));
        }
        return all.toString();
    }

    /** A tenth of a pixel is more than is seen. */
    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String fill(Paint paint) {
        return paint("fill", paint);
    }

    private static String paint(String what, Paint paint) {
        String color = String.format(Locale.ROOT, "%s=\"#%06x\"", what, paint.rgb());
        return paint.opacity() < 1
                ? String.format(Locale.ROOT, "%s %s-opacity=\"%.2f\"", color, what, paint.opacity())
                : color;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
