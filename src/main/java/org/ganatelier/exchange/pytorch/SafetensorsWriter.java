package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableNetwork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes bare weights as {@code .safetensors}, named as in PyTorch, and a {@code generate.py} for
 * PyTorch that reads them without a further library.
 */
public final class SafetensorsWriter implements ModelWriter {
    @Override
    public ModelFormat format() {
        return ModelFormat.SAFETENSORS;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        return List.of();
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        TorchWriter.write(
                TorchCode.generateFromSafetensors(export.plan(), TorchWriter.sides(export)),
                folder.resolve("generate.py"));
        for (PortableNetwork network : export.networks()) {
            if (network.isTrained() && export.isTrained()) {
                Safetensors.write(
                        TorchStates.of(network),
                        folder.resolve(TorchCode.fileName(network.side()) + ".safetensors"));
            }
        }
    }
}
