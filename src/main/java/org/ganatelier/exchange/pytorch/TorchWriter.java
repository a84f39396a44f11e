package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes PyTorch: {@code generate.py}, and {@code train.py} where both networks are wanted; weights
 * as {@code .pt} and {@code .safetensors}. Every layer of this program can be written.
 */
public final class TorchWriter implements ModelWriter {
    @Override
    public ModelFormat format() {
        return ModelFormat.PYTORCH;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        return List.of();
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        List<Side> sides = sides(export);
        write(TorchCode.generate(export.plan(), sides), folder.resolve("generate.py"));
        if (sides.size() == Side.values().length) {
            write(TorchCode.train(export.plan()), folder.resolve("train.py"));
        }
        for (PortableNetwork network : export.networks()) {
            if (network.isTrained() && export.isTrained()) {
                NamedTensors tensors = TorchStates.of(network);
                String name = TorchCode.fileName(network.side());
                TorchFile.write(tensors, folder.resolve(name + ".pt"));
                Safetensors.write(tensors, folder.resolve(name + ".safetensors"));
            }
        }
    }

    static List<Side> sides(Export export) {
        return export.networks().stream().map(PortableNetwork::side).toList();
    }

    static void write(Code code, Path file) throws IOException {
        SafeFile.write(file, out -> out.write(code.text().getBytes(StandardCharsets.UTF_8)));
    }
}
