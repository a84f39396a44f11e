package org.ganatelier.exchange.tensorflow;

import org.ganatelier.exchange.keras.KerasFiles;
import org.ganatelier.exchange.keras.script.Dialect;
import org.ganatelier.exchange.keras.script.ScriptFiles;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the code for TensorFlow and, as {@code .h5} files, the weights that it reads. */
public final class TensorFlowWriter implements ModelWriter {
    @Override
    public ModelFormat format() {
        return ModelFormat.TENSORFLOW;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        return KerasFiles.obstacles(export, format());
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        KerasFiles.writeH5(export, folder);
        ScriptFiles.write(Dialect.TENSORFLOW, export, folder);
    }
}
