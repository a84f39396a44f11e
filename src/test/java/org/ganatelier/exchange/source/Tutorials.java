package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.Assembled;
import org.ganatelier.exchange.model.Assembly;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Code in the style of well-known tutorials, and what becomes of it. */
public final class Tutorials {
    static final List<String> ALL =
            List.of(
                    "article",
                    "tensorflow_dcgan",
                    "pytorch_dcgan",
                    "keras_gan",
                    "keras_cgan",
                    "pytorch_gan",
                    "pytorch_gan_dcgan",
                    "keras_io_dcgan",
                    "keras_functional");

    private Tutorials() {}

    static String text(String name) throws IOException {
        try (InputStream in = Tutorials.class.getResourceAsStream("/code/" + name + ".py")) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Imported read(String name) throws IOException {
        return CodeReader.read(text(name));
    }

    /** With the preset digits to begin with, and all presets known. */
    public static Assembled assembled(Imported imported) throws ProjectException {
        var known = new ArrayList<Experiment>();
        for (String preset : Presets.names()) {
            known.add(Presets.load(preset));
        }
        return Assembly.of(imported, "Imported", Presets.load("digits"), known);
    }

    static List<Remark.Fact> facts(List<Remark> remarks) {
        return remarks.stream().map(Remark::fact).toList();
    }

    static <T extends Remark.Fact> List<T> facts(List<Remark> remarks, Class<T> kind) {
        return facts(remarks).stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
