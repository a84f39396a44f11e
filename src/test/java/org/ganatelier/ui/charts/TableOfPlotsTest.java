package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class TableOfPlotsTest {
    @TempDir Path folder;

    private final History history = Histories.of(300);
    private final Material material = new Material(history, List.of(Histories.score(200, 80, 4)));

    @Test
    void whatIsSeenIsWrittenAsItWasMeasured() throws IOException {
        var look =
                new Look(
                        XAxis.Unit.STEPS,
                        Smoothing.STRONG,
                        Set.of("d_loss"),
                        true,
                        Optional.empty());
        List<String> lines =
                lines(
                        frame(PlotKind.LOSSES, look, new Span(99.5, 201)),
                        frame(PlotKind.DISTANCE, look, new Span(99.5, 201)));

        assertThat(lines.getFirst())
                .isEqualTo("step,seconds,g_loss,frechet,frechet_se,frechet_real");
        assertThat(lines).hasSize(1 + 102);
        double loss = history.value(History.Curve.GENERATOR_LOSS, 100);
        assertThat(lines.get(1))
                .startsWith("100,1.639344,")
                .endsWith(String.format(Locale.ROOT, ",%.7g,,,", loss));
        assertThat(lines.get(101)).startsWith("200,").endsWith(",80.00000,1.900000,1.200000");
    }

    @Test
    void stepsInWhichNothingWasMeasuredHaveNoLine() throws IOException {
        List<String> lines = lines(frame(PlotKind.CLASSES, Look.PLAIN, Frame.whole(history)));

        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).startsWith("200,").endsWith(",4.000000");
    }

    /** It is written on another thread while the run goes on. */
    @Test
    void theTableIsAsItWasWhenItWasOrdered() throws IOException {
        var table = new TableOfPlots(material);
        Frame frame = frame(PlotKind.LOSSES, Look.PLAIN, Frame.whole(history));
        Histories.extend(history, 100);
        Path file = folder.resolve("curves.csv");
        table.of(List.of(frame)).write(file);

        assertThat(Files.readAllLines(file)).hasSize(1 + 300);
    }

    private List<String> lines(Frame... frames) throws IOException {
        Path file = folder.resolve("curves.csv");
        new TableOfPlots(material).of(List.of(frames)).write(file);
        return Files.readAllLines(file);
    }

    private Frame frame(PlotKind kind, Look look, Span part) {
        return Frame.of(
                material, PlotSpec.of(kind, Words.english()), look, part, Scale.UNIT, 400, 200);
    }
}
