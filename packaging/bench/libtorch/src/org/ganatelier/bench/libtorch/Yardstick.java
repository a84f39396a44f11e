package org.ganatelier.bench.libtorch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Measures how long PyTorch takes for one step, and prints it as "gan-atelier bench --json" does.
 */
final class Yardstick {
    /** As many random images as "gan-atelier bench" takes. */
    private static final int IMAGES = 4096;

    private static final int SIDE = 28;
    private static final int IDX_OF_IMAGES = 0x803;
    private static final float HALF_OF_WHITE = 127.5f;
    private static final int LEAST_WARM_UP = 5;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private Yardstick() {}

    public static void main(String... arguments) throws IOException {
        Settings settings;
        try {
            settings = Settings.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        torch.set_num_threads(settings.threads());
        // Before PyTorch starts threads of its own, which take this over.
        Context.setFlushDenormal(true);
        torch.manual_seed(settings.seed());
        Pair pair = Pair.of(settings.net(), new Layers(settings.layout(), settings.glorot()));
        var game = new Game(pair, images(settings), settings);
        if (settings.every() > 0) {
            printLosses(game, settings);
        } else {
            System.out.println(json(settings, pair, median(game, settings)));
        }
        // Its native threads are not Java's to wait for.
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static Tensor images(Settings settings) throws IOException {
        if (settings.data().isEmpty()) {
            return torch.rand(IMAGES, 1, SIDE, SIDE).mul_(new Scalar(2.0)).sub_(new Scalar(1.0));
        }
        try (var in =
                new DataInputStream(
                        new GZIPInputStream(Files.newInputStream(Path.of(settings.data()))))) {
            if (in.readInt() != IDX_OF_IMAGES) {
                throw new IOException(settings.data() + " is no IDX file of images");
            }
            int count = in.readInt();
            int height = in.readInt();
            int width = in.readInt();
            byte[] bytes = in.readNBytes(count * height * width);
            var pixels = new float[bytes.length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (bytes[i] & 0xff) / HALF_OF_WHITE - 1;
            }
            return torch.from_blob(new FloatPointer(pixels), count, 1, height, width).clone();
        }
    }

    private static void printLosses(Game game, Settings settings) {
        double discriminator = 0;
        double generator = 0;
        for (int step = 1; step <= settings.steps(); step++) {
            Game.Losses losses = game.step(true);
            discriminator += losses.discriminator();
            generator += losses.generator();
            if (step % settings.every() == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "step %d: mean losses D %.3f, G %.3f%n",
                        step,
                        discriminator / settings.every(),
                        generator / settings.every());
                discriminator = 0;
                generator = 0;
            }
        }
    }

    /** Milliseconds of the median step. */
    private static double median(Game game, Settings settings) {
        long begin = System.nanoTime();
        for (int i = 0;
                i < LEAST_WARM_UP
                        || System.nanoTime() - begin < settings.warmUp() * NANOS_PER_SECOND;
                i++) {
            game.step(false);
        }
        var nanos = new long[settings.steps()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            game.step(false);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        int half = nanos.length / 2;
        double median =
                nanos.length % 2 == 1 ? nanos[half] : (nanos[half - 1] + (double) nanos[half]) / 2;
        return median / NANOS_PER_MILLISECOND;
    }

    private static String json(Settings settings, Pair pair, double milliseconds)
            throws IOException {
        return String.format(
                Locale.ROOT,
                "{\"net\":\"%s\",\"engine\":\"libtorch %s, %s\",\"batch\":%d,\"threads\":%d,"
                        + "\"steps\":%d,\"ms_per_step\":%.2f,\"images_per_s\":%d,"
                        + "\"generator_parameters\":%d,\"discriminator_parameters\":%d,"
                        + "\"malloc\":\"%s\"}",
                settings.net(),
                torch.class.getPackage().getImplementationVersion(),
                torch.get_cpu_capability().getString(),
                settings.batch(),
                torch.get_num_threads(),
                settings.steps(),
                milliseconds,
                Math.round(settings.batch() * 1000 / milliseconds),
                pair.generator().parameterCount(),
                pair.discriminator().parameterCount(),
                malloc());
    }

    /** Whose memory allocator is at work. */
    private static String malloc() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        return Files.exists(maps) && Files.readString(maps).contains("libtcmalloc")
                ? "tcmalloc"
                : "the system's";
    }
}
