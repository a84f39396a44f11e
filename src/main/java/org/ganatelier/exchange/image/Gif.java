package org.ganatelier.exchange.image;

import org.ganatelier.data.Images;
import org.ganatelier.files.SafeFile;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that follow each other, as a GIF file that plays again and again. */
public final class Gif {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** The extension that browsers read the number of repetitions from; 0 is for ever. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private static final int MOST_COLOURS = 256;

    private Gif() {}

    /**
     * Writes a film to a file, whole or not at all, replacing what it held. Grey pictures keep all
     * their shades; of colours there are at most 256 in each.
     *
     * @param frames at least one, each a single image, all of one shape
     * @param hundredths of a second that each is shown
     * @param last the same for the last one
     */
    public static void write(List<Images> frames, int hundredths, int last, Path file)
            throws IOException {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("A film has at least one frame");
        }
        SafeFile.write(file, out -> write(frames, hundredths, last, out));
    }

    private static void write(List<Images> frames, int hundredths, int last, OutputStream out)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var cached = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(cached);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                BufferedImage picture = picture(frames.get(i));
                int shown = i == frames.size() - 1 ? last : hundredths;
                IIOMetadata how = metadata(writer, picture, shown, i == 0);
                writer.writeToSequence(new IIOImage(picture, null, how), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage picture(Images frame) {
        int width = frame.shape().width();
        int height = frame.shape().height();
        if (frame.shape().channels() == 1) {
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            picture.getRaster().setDataElements(0, 0, width, height, frame.pixels());
            return picture;
        }
        BufferedImage picture = coloured(width, height, frame.argb());
        picture.setRGB(0, 0, width, height, frame.argb(), 0, width);
        return picture;
    }

    /**
     * An empty picture that can have these colours, where they are few: else the writer chooses.
     */
    private static BufferedImage coloured(int width, int height, int[] argb) {
        int[] colours = Arrays.stream(argb).distinct().toArray();
        if (colours.length > MOST_COLOURS) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }
        var palette =
                new IndexColorModel(
                        Byte.SIZE, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
    }

    private static IIOMetadata metadata(
            ImageWriter writer, BufferedImage picture, int hundredths, boolean first)
            throws IIOInvalidTreeException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(picture), null);
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        // Java's reader loses rows of small pictures whose rows are interlaced.
        child(root, "ImageDescriptor").setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (first) {
            var again = new IIOMetadataNode("ApplicationExtension");
            again.setAttribute("applicationID", "NETSCAPE");
            again.setAttribute("authenticationCode", "2.0");
            again.setUserObject(FOR_EVER);
            child(root, "ApplicationExtensions").appendChild(again);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        var made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
