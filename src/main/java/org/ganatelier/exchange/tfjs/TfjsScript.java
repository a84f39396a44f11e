package org.ganatelier.exchange.tfjs;

import org.ganatelier.exchange.model.Export;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The programs beside the models: templates, with what is known of the networks filled in. */
final class TfjsScript {
    private TfjsScript() {}

    /** For Node. */
    static String node(Export export) throws IOException {
        boolean generates = export.network(Side.GENERATOR).isPresent();
        boolean judges = export.network(Side.DISCRIMINATOR).isPresent();
        return filled("generate.js", export)
                .replace("\"@GENERATOR@\"", Boolean.toString(generates))
                .replace("\"@DISCRIMINATOR@\"", Boolean.toString(judges));
    }

    /** For browsers. */
    static String page(Export export) throws IOException {
        return filled("index.html", export);
    }

    private static String filled(String template, Export export) throws IOException {
        Experiment experiment = export.experiment();
        return template(template)
                .replace("\"@LATENT@\"", Integer.toString(experiment.latentSize()))
                .replace("\"@CLASSES@\"", Integer.toString(experiment.classes()))
                .replace("\"@SHAPE@\"", shape(experiment.data().shape()))
                .replace("@TITLE@", title(experiment.name()));
    }

    private static String shape(Shape shape) {
        return switch (shape) {
            case Shape.Flat(int units) -> "[" + units + "]";
            case Shape.Image(int height, int width, int channels) ->
                    String.format(Locale.ROOT, "[%d, %d, %d]", height, width, channels);
        };
    }

    /** A name without what would end a comment, a line or an element. */
    private static String title(String name) {
        return name.replaceAll("[<>&*/\\\\\\p{Cntrl}\u2028\u2029]", " ").strip();
    }

    private static String template(String name) throws IOException {
        try (InputStream in = TfjsScript.class.getResourceAsStream("/tfjs/" + name)) {
            if (in == null) {
                throw new IllegalStateException("No template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
