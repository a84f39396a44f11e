package org.ganatelier.exchange.code;

import org.ganatelier.experiment.basics.Shape;

/** Python code that draws samples with nothing but numpy and Python's own library. */
public final class GridCode {
    private static final String OF_IMAGES =
            """
            def save_grid(images, path):
                \"""Writes images of shape (n, height, width, channels), values -1 to 1, as one PNG.\"""
                n, height, width, channels = images.shape
                columns = math.ceil(math.sqrt(n))
                rows = math.ceil(n / columns)
                pixels = np.clip((images + 1) * 127.5 + 0.5, 0, 255).astype(np.uint8)
                if channels not in (1, 3):  # no picture has such channels: the first one is shown
                    pixels = pixels[..., :1]
                sheet = np.zeros((rows * height, columns * width, 3), np.uint8)
                for i in range(n):
                    y, x = i // columns * height, i % columns * width
                    sheet[y:y + height, x:x + width] = pixels[i]
                save_png(sheet, path)
            """;

    private static final String OF_POINTS =
            """
            def save_grid(points, path, size=400, reach=2.0):
                \"""Writes points of shape (n, 2) as dots on a square from -reach to reach, a PNG.\"""
                sheet = np.full((size, size, 3), 255, np.uint8)
                places = ((points[:, :2] / reach + 1) / 2 * (size - 1)).astype(int)
                for x, y in np.clip(places, 1, size - 2):
                    sheet[size - 2 - y:size + 1 - y, x - 1:x + 2] = (40, 90, 200)
                save_png(sheet, path)
            """;

    private static final String PNG =
            """
            def save_png(sheet, path):
                \"""Writes a picture of shape (height, width, 3), bytes, as a PNG file.\"""
                def chunk(kind, data):
                    body = kind + data
                    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

                height, width, _ = sheet.shape
                header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
                rows = b"".join(b"\\0" + row.tobytes() for row in sheet)
                with open(path, "wb") as file:
                    file.write(b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", header)
                               + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
            """;

    private GridCode() {}

    /**
     * Writes the function {@code save_grid(samples, path)}, which needs {@code math}, {@code
     * struct}, {@code zlib} and {@code numpy as np}.
     *
     * @param shape of a sample
     */
    public static void write(CodeWriter code, Shape shape) {
        code.line(PNG.stripTrailing()).blank().blank();
        String grid =
                switch (shape) {
                    case Shape.Image _ -> OF_IMAGES;
                    case Shape.Flat _ -> OF_POINTS;
                };
        code.line(grid.stripTrailing());
    }
}
