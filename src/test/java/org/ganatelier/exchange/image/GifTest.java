package org.ganatelier.exchange.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

final class GifTest {
    @TempDir private Path folder;

    private static Images grey(int shift) {
        var pixels = new byte[12 * 10];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) (2 * i + shift));
        return new Images(1, new Shape.Image(10, 12, 1), pixels);
    }

    private static ImageReader reader(Path file) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(file.toFile()));
        return reader;
    }

    @Test
    void everyFrameIsThereShadeByShade() throws Exception {
        Path file = folder.resolve("film.gif");
        List<Images> frames = List.of(grey(0), grey(40), grey(99));
        Gif.write(frames, 12, 150, file);
        ImageReader reader = reader(file);
        assertThat(reader.getNumImages(true)).isEqualTo(3);
        for (int i = 0; i < frames.size(); i++) {
            BufferedImage picture = reader.read(i);
            assertThat(picture.getWidth()).isEqualTo(12);
            assertThat(picture.getHeight()).isEqualTo(10);
            for (int p = 0; p < 120; p++) {
                assertThat(picture.getRGB(p % 12, p / 12)).isEqualTo(frames.get(i).argb()[p]);
            }
        }
        reader.dispose();
    }

    @Test
    void itPlaysAgainAndAgainAndRestsAtTheEnd() throws Exception {
        Path file = folder.resolve("film.gif");
        Gif.write(List.of(grey(0), grey(1)), 12, 150, file);
        ImageReader reader = reader(file);
        assertThat(delay(reader, 0)).isEqualTo("12");
        assertThat(delay(reader, 1)).isEqualTo("150");
        reader.dispose();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
    }

    private static String delay(ImageReader reader, int frame) throws Exception {
        var root =
                (IIOMetadataNode)
                        reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        return ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
                .getAttribute("delayTime");
    }

    @Test
    void coloursAreThoseOfTheImageWhereTheyAreFew() throws Exception {
        byte[] pixels = {-1, 0, 0, -1, 0, 0, 0, 0, -1, -1, 0, 0};
        var image = new Images(1, new Shape.Image(2, 2, 3), pixels);
        Path file = folder.resolve("colours.gif");
        Gif.write(List.of(image), 10, 10, file);
        ImageReader reader = reader(file);
        BufferedImage picture = reader.read(0);
        for (int p = 0; p < 4; p++) {
            assertThat(picture.getRGB(p % 2, p / 2)).isEqualTo(image.argb()[p]);
        }
        reader.dispose();
    }

    @Test
    void aFilmHasFrames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gif.write(List.of(), 1, 1, folder.resolve("none.gif")));
    }
}
