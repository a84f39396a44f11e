package org.ganatelier.session;

import org.ganatelier.data.DataException;
import org.ganatelier.data.DataProblem;
import org.ganatelier.data.Dataset;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ExportException;
import org.ganatelier.exchange.model.ExportTask;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.experiment.data.DataSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One export. All is written into a folder beside the wanted one first, and then moved there: what
 * is cancelled or fails leaves that as it was.
 */
final class ExportJob {
    /** Asks the engine what it needs; takes a moment. */
    interface Model {
        Export get();
    }

    private final ExportOrder order;
    private final ModelWriter writer;
    private final Function<DataSpec, Dataset> datasets;
    private final BiConsumer<ExportJob, ExportStage> tell;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * @param datasets reads a data set
     * @param tell hears on any thread what comes next
     */
    ExportJob(
            ExportOrder order,
            ModelWriter writer,
            Function<DataSpec, Dataset> datasets,
            BiConsumer<ExportJob, ExportStage> tell) {
        this.order = order;
        this.writer = writer;
        this.datasets = datasets;
        this.tell = tell;
    }

    /** What was asked for. */
    ExportOrder order() {
        return order;
    }

    /** Nobody wants it any more; from any thread. */
    void cancel() {
        cancelled.set(true);
    }

    /**
     * Computes and writes; in the background.
     *
     * @throws ExportException where the format cannot express the model
     */
    ExportResult write(Model model) throws IOException, ExportException {
        tell.accept(this, ExportStage.COMPUTING);
        Export export = model.get();
        Data data = data(export);
        tell.accept(this, ExportStage.WRITING);
        Path folder = order.folder().toAbsolutePath();
        Path draft = Files.createTempDirectory(parentOf(folder), ".export-");
        try {
            ExportTask.run(writer, export, data.read, draft);
            if (!cancelled.get()) {
                moveAll(draft, folder);
            }
        } finally {
            delete(draft);
        }
        return new ExportResult.Done(folder, data.problem);
    }

    /** Code without its data still shows how to train. */
    private record Data(Optional<Dataset> read, Optional<DataProblem> problem) {
        static final Data NONE = new Data(Optional.empty(), Optional.empty());
    }

    private Data data(Export export) {
        if (!writer.format().trains() || !export.isWhole() || cancelled.get()) {
            return Data.NONE;
        }
        tell.accept(this, ExportStage.READING);
        try {
            Dataset read = datasets.apply(export.experiment().data());
            return new Data(Optional.of(read), Optional.empty());
        } catch (DataException e) {
            return new Data(Optional.empty(), Optional.of(e.problem()));
        }
    }

    private static Path parentOf(Path folder) throws IOException {
        Path parent = folder.getParent();
        return parent == null ? folder : Files.createDirectories(parent);
    }

    private static void moveAll(Path from, Path to) throws IOException {
        for (Path file : filesIn(from)) {
            Path target = to.resolve(from.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : filesIn(folder).reversed()) {
            Files.delete(file);
        }
    }

    /** A folder, and all in it: folders before what is in them. */
    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
