package org.ganatelier.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.junit.jupiter.api.Test;

final class HalfBlocksTest {
    private static final byte W = (byte) 255;

    @Test
    void aCharacterShowsTwoPixels() {
        var picture =
                new Images(
                        1,
                        new Shape.Image(3, 4, 1),
                        new byte[] {0, W, 0, W, 0, 0, W, W, W, 0, 0, 0});
        assertThat(new HalfBlocks(picture, 80).plain()).isEqualTo(" ▀▄█\n▀   \n");
    }

    @Test
    void aWidePictureIsMadeSmallerByMeans() {
        var picture =
                new Images(
                        1,
                        new Shape.Image(4, 4, 1),
                        new byte[] {W, W, 0, 0, W, W, 0, 0, 0, 0, W, W, 0, 0, W, 0});
        assertThat(new HalfBlocks(picture, 2).plain()).isEqualTo("▀▄\n");
    }

    @Test
    void aTerminalShowsGreys() {
        var picture = new Images(1, new Shape.Image(2, 1, 1), new byte[] {100, (byte) 200});
        assertThat(new HalfBlocks(picture, 80).grey())
                .isEqualTo("\u001b[38;2;100;100;100m\u001b[48;2;200;200;200m▀\u001b[0m\n");
    }
}
