package org.ganatelier.sweep;

import org.ganatelier.files.FileHold;
import org.ganatelier.files.SafeFile;
import org.ganatelier.project.CellResultJson;
import org.ganatelier.project.sweep.CellResult;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a sweep, which fills while the sweep goes on. Whoever only reads it may do so at
 * any time: {@code result.json} is in a cell's folder once all else is.
 */
public final class ResultFolder {
    private static final String RESULT = "result.json";

    private final Path folder;

    /** Having the folder for oneself, until it is closed. */
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    public ResultFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes it where it is missing, and keeps others from writing to it.
     *
     * @return empty where another sweep writes to it
     */
    public Optional<Hold> hold() throws IOException {
        Files.createDirectories(folder.resolve("cells"));
        try {
            return FileHold.of(folder).map(hold -> hold::close);
        } catch (IOException _) {
            // A file system that knows no locks: then there is none.
            return Optional.of(() -> {});
        }
    }

    /** Keeps the sweep file as it was read. */
    public void keep(byte[] sweep) throws IOException {
        write("sweep.json", sweep);
    }

    /** Where the files of a cell are. */
    public Path of(Cell cell) {
        return folder.resolve("cells").resolve(cell.name());
    }

    /** What came of a cell so far; empty where nothing did. */
    public Optional<CellResult> read(Cell cell) throws IOException {
        return CellResultJson.read(of(cell).resolve(RESULT))
                .filter(result -> result.cell().equals(cell.name()));
    }

    /** What came of the cells of a sweep so far, by their names. */
    public Map<String, CellResult> read(Sweep sweep) throws IOException {
        var results = new LinkedHashMap<String, CellResult>();
        for (Cell cell : sweep.cells()) {
            read(cell).ifPresent(result -> results.put(cell.name(), result));
        }
        return results;
    }

    /** All files of a cell are there: says so, and what came of it. */
    void finish(Cell cell, CellResult result) throws IOException {
        CellResultJson.write(of(cell).resolve(RESULT), result);
    }

    /** Forgets what came of a cell, as it begins anew. */
    void forget(Cell cell) throws IOException {
        Files.deleteIfExists(of(cell).resolve(RESULT));
    }

    /** Writes the tables anew. */
    void write(ResultTable table) throws IOException {
        write("results.csv", table.csv().getBytes(StandardCharsets.UTF_8));
        write("results.json", table.json().getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        SafeFile.write(folder.resolve(name), out -> out.write(bytes));
    }
}
