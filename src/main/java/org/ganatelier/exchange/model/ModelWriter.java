package org.ganatelier.exchange.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes models as one other framework keeps them: its code and, where there are any, weights. */
public interface ModelWriter {
    /** The format that it writes. */
    ModelFormat format();

    /** What of this model the format cannot express; empty where it can be written. */
    List<Obstacle> obstacles(Export export);

    /**
     * Writes code and weights. The examples and the data are written by {@link ExportTask}, for all
     * formats alike.
     *
     * @param export without {@link #obstacles}
     * @param folder exists
     */
    void write(Export export, Path folder) throws IOException;
}
