package org.ganatelier.exchange.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

final class PngTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aGreyPictureIsReadBackPixelByPixel() throws IOException {
        Path file = folder.resolve("grey.png");
        Png.write(
                new Images(1, new Shape.Image(2, 3, 1), new byte[] {0, 1, 2, 127, -128, -1}), file);
        var picture = ImageIO.read(file.toFile());
        var read = new int[6];
        picture.getRaster().getPixels(0, 0, 3, 2, read);
        assertThat(read).containsExactly(0, 1, 2, 127, 128, 255);
    }

    @Test
    void aColourPictureIsReadBackPixelByPixel() throws IOException {
        Path file = folder.resolve("colour.png");
        int[] argb = {0xff102030, 0x80ff0000};
        Png.write(argb, 1, 2, file);
        var picture = ImageIO.read(file.toFile());
        assertThat(picture.getRGB(0, 0, 1, 2, null, 0, 1)).containsExactly(argb);
    }

    @Test
    void anImageOfThreeChannelsIsRedGreenAndBlue() throws IOException {
        Path file = folder.resolve("channels.png");
        byte[] pixels = {1, -1, 2, 0, 3, -128};
        Png.write(new Images(1, new Shape.Image(1, 2, 3), pixels), file);
        var picture = ImageIO.read(file.toFile());
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xff010203);
        assertThat(picture.getRGB(1, 0)).isEqualTo(0xffff0080);
    }

    @Test
    void severalImagesAreNoPicture() {
        var two = new Images(2, new Shape.Image(1, 1, 1), new byte[2]);
        assertThatThrownBy(() -> Png.write(two, folder.resolve("two.png")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        Path file = folder.resolve("nowhere/picture.png");
        assertThatThrownBy(() -> Png.write(new int[1], 1, 1, file)).isInstanceOf(IOException.class);
    }
}
