package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes nothing but what it is given to write: for tests of those who give it. */
public final class NamingWriter implements ModelWriter {
    private final ModelFormat format;
    private List<Obstacle.Lack> lacks = List.of();
    private Runnable whileWriting = () -> {};

    public NamingWriter(ModelFormat format) {
        this.format = format;
    }

    /** From now on the format lacks this. */
    public void lack(Obstacle.Lack... all) {
        lacks = List.of(all);
    }

    /** Something happens after the first file is written. */
    public void meanwhile(Runnable action) {
        whileWriting = action;
    }

    @Override
    public ModelFormat format() {
        return format;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        return lacks.stream()
                .filter(lack -> !(lack instanceof Obstacle.Lack.Untrained && export.isTrained()))
                .map(lack -> new Obstacle(format, new Place.Network(Side.GENERATOR), lack))
                .toList();
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        for (PortableNetwork network : export.networks()) {
            Path inside = Files.createDirectories(folder.resolve(network.side().name()));
            Files.writeString(
                    inside.resolve("layers.txt"),
                    network.layers().stream()
                            .map(layer -> layer.spec().title() + layer.arrays().size())
                            .collect(Collectors.joining(" ")));
        }
        whileWriting.run();
    }
}
