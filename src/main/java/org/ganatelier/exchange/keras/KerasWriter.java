package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.keras.script.Dialect;
import org.ganatelier.exchange.keras.script.ScriptFiles;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the code and the files of Keras 3. */
public final class KerasWriter implements ModelWriter {
    @Override
    public ModelFormat format() {
        return ModelFormat.KERAS;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        return KerasFiles.obstacles(export, format());
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        KerasFiles.write(export, folder);
        ScriptFiles.write(Dialect.KERAS, export, folder);
    }
}
