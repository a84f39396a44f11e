package org.ganatelier.session;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files that somebody brings: named at the start, handed over by another start, or dropped on the
 * window. FX thread only.
 */
public final class Arrivals {
    private final Documents documents;
    private final Imports imports;
    private final Workers workers;
    private final Notices notices;

    Arrivals(Documents documents, Imports imports, Workers workers, Notices notices) {
        this.imports = imports;
        this.documents = documents;
        this.workers = workers;
        this.notices = notices;
    }

    /**
     * Opens what can be opened, as the menu does: one run or experiment, and images as the data,
     * with their labels where both came. Of the rest one message tells.
     */
    public void open(List<Path> files) {
        open(files, () -> {});
    }

    /**
     * Opens what can be opened.
     *
     * @param opened called once a run or an experiment was read, or data is there
     */
    public void open(List<Path> files, Runnable opened) {
        workers.fxThread().require();
        List<Path> absolute = files.stream().map(Path::toAbsolutePath).toList();
        workers.work(() -> guesses(absolute), guesses -> open(guesses, opened), this::fail);
    }

    private static Map<Path, FileGuess> guesses(List<Path> files) throws IOException {
        var guesses = new TreeMap<Path, FileGuess>();
        for (Path file : files) {
            guesses.put(file, FileGuess.of(file));
        }
        return guesses;
    }

    private void open(Map<Path, FileGuess> guesses, Runnable opened) {
        List<Path> experiments = new ArrayList<>();
        List<Path> images = new ArrayList<>();
        List<Path> labels = new ArrayList<>();
        List<Path> models = new ArrayList<>();
        guesses.forEach(
                (file, guess) -> {
                    switch (guess) {
                        case PROJECT, EXPERIMENT -> experiments.add(file);
                        case IDX_IMAGES -> images.add(file);
                        case IDX_LABELS -> labels.add(file);
                        case MODEL -> models.add(file);
                        case UNKNOWN -> refuse(file);
                    }
                });
        experiments.stream().findFirst().ifPresent(file -> openExperiment(file, opened));
        experiments.stream().skip(1).forEach(this::refuseAsOneMore);
        if (experiments.isEmpty() && !models.isEmpty()) {
            // Several are parts of one model.
            imports.open(models, opened);
        } else {
            models.forEach(this::refuseAsOneMore);
        }
        Optional<Path> ofLabels = labels.stream().findFirst();
        images.stream().findFirst().ifPresent(file -> useImages(file, ofLabels, opened));
        if (images.isEmpty()) {
            // Labels alone are no data: the reader says so in its own words.
            ofLabels.ifPresent(file -> useImages(file, Optional.empty(), opened));
        }
    }

    private void openExperiment(Path file, Runnable opened) {
        documents.open(file);
        documents
                .busyProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Optional<Activity>> busy,
                                    Optional<Activity> before,
                                    Optional<Activity> now) {
                                if (now.isEmpty()) {
                                    busy.removeListener(this);
                                    // What was read comes into the editor first.
                                    workers.fx().execute(opened);
                                }
                            }
                        });
    }

    private void useImages(Path images, Optional<Path> labels, Runnable opened) {
        documents.useIdxFiles(images, labels, opened, why -> notices.error(why, null));
    }

    private void refuse(Path file) {
        notices.error(new Happening.UnknownFile(nameOf(file)), null);
    }

    private void refuseAsOneMore(Path file) {
        notices.error(new Happening.OneFileAtATime(nameOf(file)), null);
    }

    private void fail(Throwable failure) {
        notices.error(
                FileWork.happeningOf(failure), failure instanceof IOException ? null : failure);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
