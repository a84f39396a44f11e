package org.ganatelier.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/** Style sheets in which every length in pixels is larger or smaller than it was written. */
final class Sheets {
    private static final Pattern PIXELS = Pattern.compile("(?<![\\w.#-])(-?)(\\d*\\.?\\d+)px");

    private Sheets() {}

    /**
     * The address of a sheet at a size.
     *
     * @param resource its path among the program's files
     * @param zoom 1 for the sheet as it was written
     */
    static String at(String resource, double zoom) {
        if (zoom == 1) {
            return Objects.requireNonNull(
                            Sheets.class.getResource(resource),
                            () -> "The program lacks its file " + resource)
                    .toExternalForm();
        }
        byte[] text = scaled(read(resource), zoom).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text);
    }

    /**
     * A sheet with other lengths. Whole pixels stay whole, so that lines stay sharp, and none
     * becomes nothing; the sizes of fonts need not.
     */
    static String scaled(String sheet, double zoom) {
        return PIXELS.matcher(sheet)
                .replaceAll(
                        found ->
                                found.group(1)
                                        + length(found.group(2), zoom, isFont(sheet, found.start()))
                                        + "px");
    }

    private static String length(String written, double zoom, boolean exact) {
        double length = Double.parseDouble(written);
        boolean whole = !exact && length >= 1 && length == Math.rint(length);
        double scaled = length * zoom;
        return Double.toString(whole ? Math.max(1, Math.rint(scaled)) : scaled);
    }

    private static boolean isFont(String sheet, int at) {
        return sheet.substring(Math.max(0, sheet.lastIndexOf('\n', at)), at).contains("-size");
    }

    private static String read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(
                        Sheets.class.getResourceAsStream(resource),
                        () -> "The program lacks its file " + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
