package org.ganatelier.exchange.dl4j;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;

/** The program beside the zips: Java in one file. */
final class Dl4jProgram {
    private static final String BEGIN =
            """
            // Draws 16 images with the generator in generator.zip, or compares it with the examples.
            //
            // It needs org.deeplearning4j:deeplearning4j-nn and org.nd4j:nd4j-native-platform, both of
            // version 1.0.0-M2.1, from Maven Central. In this folder, with all their jars in "lib":
            //     java -cp "lib/*" Generate.java [--check]

            import java.awt.image.BufferedImage;
            import java.io.File;
            import java.io.IOException;
            import java.nio.ByteBuffer;
            import java.nio.ByteOrder;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import javax.imageio.ImageIO;
            import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
            import org.deeplearning4j.util.ModelSerializer;
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.factory.Nd4j;

            public class Generate {
                static final int COUNT = 16;
            """;

    private static final String MAIN =
            """

                public static void main(String[] arguments) throws IOException {
                    boolean check = arguments.length > 0 && arguments[0].equals("--check");
                    MultiLayerNetwork generator =
                            ModelSerializer.restoreMultiLayerNetwork(new File("generator.zip"));
                    INDArray noise = check ? example("noise", LATENT) : Nd4j.randn(COUNT, LATENT);
                    INDArray made = generator.output(joined(noise, check), false);
                    if (check) {
                        INDArray wanted = example("images", (int) (made.length() / COUNT));
                        double difference = made.reshape(wanted.shape()).sub(wanted).amaxNumber().doubleValue();
                        System.out.println("generator: largest difference " + difference);
                        System.exit(difference <= 1e-4 ? 0 : 1);
                    }
                    draw(made);
                }

                /** A value for each class behind the noise: 1 for the class, 0 for the others. */
                static INDArray joined(INDArray noise, boolean check) throws IOException {
                    if (CLASSES == 0) {
                        return noise;
                    }
                    INDArray labels = Nd4j.zeros(COUNT, CLASSES);
                    INDArray examples = check ? example("labels", 1) : null;
                    for (int i = 0; i < COUNT; i++) {
                        labels.putScalar(i, check ? examples.getInt(i) : i % CLASSES, 1);
                    }
                    return Nd4j.concat(1, noise, labels);
                }

                /** Reads one of NumPy's files: behind its header there are nothing but numbers. */
                static INDArray example(String name, int width) throws IOException {
                    byte[] all = Files.readAllBytes(Path.of("example_" + name + ".npy"));
                    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
                    bytes.position(10 + bytes.getShort(8));
                    float[] values = new float[COUNT * width];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = name.equals("labels") ? bytes.getInt() : bytes.getFloat();
                    }
                    return Nd4j.create(values, new int[] {COUNT, width});
                }
            """;

    private static final String OF_IMAGES =
            """

                /** Writes images of shape (16, channels, height, width), values -1 to 1, as grid.png. */
                static void draw(INDArray images) throws IOException {
                    int height = (int) images.size(2);
                    int width = (int) images.size(3);
                    BufferedImage grid =
                            new BufferedImage(4 * width, 4 * height, BufferedImage.TYPE_INT_RGB);
                    for (int i = 0; i < COUNT; i++) {
                        for (int y = 0; y < height; y++) {
                            for (int x = 0; x < width; x++) {
                                int colour = 0;
                                for (int k = 0; k < 3; k++) {
                                    int channel = images.size(1) == 3 ? k : 0;
                                    double value = images.getDouble(i, channel, y, x);
                                    int level = (int) Math.round((value + 1) * 127.5);
                                    colour = colour << 8 | Math.max(0, Math.min(255, level));
                                }
                                grid.setRGB(i % 4 * width + x, i / 4 * height + y, colour);
                            }
                        }
                    }
                    ImageIO.write(grid, "png", new File("grid.png"));
                }
            }
            """;

    private static final String OF_POINTS =
            """

                /** Prints points of shape (16, 2). */
                static void draw(INDArray points) {
                    System.out.println(points);
                }
            }
            """;

    private Dl4jProgram() {}

    static Code of(Export export) {
        Experiment experiment = export.experiment();
        var code = new CodeWriter();
        code.line(BEGIN.stripTrailing());
        code.indented(
                () -> {
                    code.line("static final int LATENT = " + experiment.latentSize() + ";");
                    code.line("static final int CLASSES = " + experiment.classes() + ";");
                });
        code.line(MAIN.stripTrailing());
        String draw =
                switch (experiment.data().shape()) {
                    case Shape.Image _ -> OF_IMAGES;
                    case Shape.Flat _ -> OF_POINTS;
                };
        code.line(draw.stripTrailing());
        return code.code();
    }
}
