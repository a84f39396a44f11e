package org.ganatelier.exchange.model;

import org.ganatelier.experiment.Experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads models that another framework keeps, or the code that makes them. */
public interface ModelReader {
    /**
     * Whether a file looks like one of this kind, by the end of its name or by how it begins.
     *
     * @param name of the file, in small letters
     * @param beginning its first bytes, as many as there are of 512
     */
    boolean takes(String name, byte[] beginning);

    /**
     * Reads a file. Nothing of it is ever run.
     *
     * @param into the experiment whose layers the file's weights belong to, where the file holds
     *     bare weights; others do not look at it
     * @throws ImportException where it is damaged, too large, forbidden or empty
     */
    Imported read(Path file, Optional<Experiment> into) throws IOException;
}
