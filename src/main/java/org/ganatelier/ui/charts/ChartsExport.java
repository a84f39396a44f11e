package org.ganatelier.ui.charts;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.FileChooser;

import org.ganatelier.exchange.drawing.Svg;
import org.ganatelier.exchange.image.Png;
import org.ganatelier.session.Pictures.Content;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Saves what the curves' panel shows. FX thread only. */
final class ChartsExport {
    private static final String FOLDER = "charts-folder";

    /** Pixels of a picture for each on the screen: sharp on paper and on a projector. */
    private static final double SHARPNESS = 2;

    private final BiConsumer<Path, Content> files;
    private final Settings settings;
    private final Words words;

    /**
     * @param files writes them in the background
     */
    ChartsExport(BiConsumer<Path, Content> files, Settings settings, Words words) {
        this.files = files;
        this.settings = settings;
        this.words = words;
    }

    /** Lets the user choose a file; empty where none was. */
    Optional<Path> choose(ExportKind kind, Node beside) {
        var chooser = new FileChooser();
        chooser.setTitle(words.say("charts.export.title"));
        chooser.setInitialFileName(words.say("charts.export.name") + kind.extension());
        String pattern = "*" + kind.extension();
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                words.say("charts.export." + kind.id()), pattern));
        settings.choice(FOLDER)
                .map(Path::of)
                .or(settings::folder)
                .filter(Files::isDirectory)
                .map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(beside.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath).map(kind::named);
    }

    /**
     * Saves what is shown.
     *
     * @param panel as it is to be seen in a picture
     */
    void save(
            ExportKind kind, Path file, Node panel, List<PlotSection> sections, Material material) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            settings.setChoice(FOLDER, folder.toString());
        }
        files.accept(
                file,
                switch (kind) {
                    case PNG -> picture(panel);
                    case SVG -> drawing(sections);
                    case CSV -> table(sections, material);
                });
    }

    private static Content table(List<PlotSection> sections, Material material) {
        List<Frame> frames = sections.stream().map(section -> section.plot().frame()).toList();
        return new TableOfPlots(material).of(frames)::write;
    }

    private Content drawing(List<PlotSection> sections) {
        String svg = new SvgPicture(words).of(sections);
        return file -> Svg.write(svg, file);
    }

    private static Content picture(Node panel) {
        var how = new SnapshotParameters();
        how.setTransform(new Scale(SHARPNESS, SHARPNESS));
        WritableImage picture = panel.snapshot(how, null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var argb = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return file -> Png.write(argb, width, height, file);
    }
}
