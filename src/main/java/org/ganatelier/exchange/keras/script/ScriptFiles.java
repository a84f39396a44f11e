package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes the scripts of an experiment beside the files of its networks. */
public final class ScriptFiles {
    private ScriptFiles() {}

    /** Writes {@code generate.py} and {@code train.py}. */
    public static void write(Dialect dialect, Export export, Path folder) throws IOException {
        var sides = export.networks().stream().map(PortableNetwork::side).toList();
        write(Scripts.generate(dialect, export.plan(), sides), folder.resolve("generate.py"));
        write(Scripts.train(dialect, export.plan()), folder.resolve("train.py"));
    }

    private static void write(Code code, Path file) throws IOException {
        SafeFile.write(file, out -> out.write(code.text().getBytes(StandardCharsets.UTF_8)));
    }
}
