package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.exchange.Formats;
import org.ganatelier.exchange.model.Assembled;
import org.ganatelier.exchange.model.Assembly;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.source.CodeReader;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.Project;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Models of other frameworks, from files and from text, on their way into the editor: each is
 * another document, all of it unsaved. Its report is for the user to read. FX thread only.
 */
public final class Imports {
    private final ExperimentEditor editor;
    private final Documents documents;
    private final Trainer trainer;
    private final FileWork work;
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    Imports(ExperimentEditor editor, Documents documents, Trainer trainer, FileWork work) {
        this.editor = editor;
        this.documents = documents;
        this.trainer = trainer;
        this.work = work;
    }

    /** What came of the last import; empty while another one goes on. */
    public ReadOnlyObjectProperty<Optional<ImportReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /**
     * Reads files, of which several are parts of one model: G and D. Bare weights belong to the
     * experiment in the editor.
     *
     * @param files at least one
     */
    public void open(List<Path> files) {
        open(files, () -> {});
    }

    /**
     * As {@link #open(List)}.
     *
     * @param opened called once anything of them is in the editor
     */
    void open(List<Path> files, Runnable opened) {
        work.requireFxThread();
        Experiment shown = editor.experimentProperty().get();
        String name = FileWork.nameOf(files.getFirst());
        take(name, () -> read(name, stem(name), shown, () -> readAll(files, shown)), opened);
    }

    /**
     * Reads a text: the code of a model.
     *
     * @param name what it is called
     */
    public void openText(String text, String name) {
        work.requireFxThread();
        Experiment shown = editor.experimentProperty().get();
        take(name, () -> read(name, name, shown, () -> CodeReader.read(text)), () -> {});
    }

    private void take(String source, Callable<Read> reading, Runnable opened) {
        report.set(Optional.empty());
        work.visibly(
                new Activity.Opening(source),
                reading,
                read -> {
                    read.project.ifPresent(
                            project -> {
                                documents.restore(project, source);
                                opened.run();
                            });
                    report.set(Optional.of(read.report));
                });
    }

    private record Read(ImportReport report, Optional<Project> project) {}

    private Read read(String source, String name, Experiment base, Callable<Imported> reading)
            throws Exception {
        try {
            Imported imported = reading.call();
            if (imported.stacks().isEmpty()) {
                return new Read(
                        new ImportReport(source, false, imported.remarks()), Optional.empty());
            }
            Assembled assembled = Assembly.of(imported, name, base, known());
            Optional<Checkpoint> run = assembled.checkpoint(trainer);
            var remarks = new ArrayList<>(assembled.remarks());
            if (assembled.isTrained() && run.isEmpty()) {
                remarks.add(new Remark(new Remark.Source.Whole(), new Remark.Fact.WeightsLeft()));
            }
            return new Read(
                    new ImportReport(source, true, remarks),
                    Optional.of(
                            run.map(Project::of)
                                    .orElseGet(() -> Project.of(assembled.experiment()))));
        } catch (ImportException e) {
            throw new RefusedImportException(source, e);
        }
    }

    private static List<Experiment> known() {
        return Documents.presets().stream().map(Documents::preset).toList();
    }

    private static Imported readAll(List<Path> files, Experiment shown) throws IOException {
        Imported all = Formats.read(files.getFirst(), Optional.of(shown));
        for (Path file : files.subList(1, files.size())) {
            all = all.and(Formats.read(file, Optional.of(shown)));
        }
        return all;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
