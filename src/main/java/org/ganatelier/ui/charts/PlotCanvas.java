package org.ganatelier.ui.charts;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.List;
import java.util.function.Function;

/** Where curves are drawn, in colours that come from CSS. FX thread only. */
final class PlotCanvas extends Region {
    private static final StyleablePropertyFactory<PlotCanvas> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> generator = color("generator", p -> p.generator);
    private final StyleableProperty<Color> discriminator =
            color("discriminator", p -> p.discriminator);
    private final StyleableProperty<Color> grid = color("grid", p -> p.grid);
    private final StyleableProperty<Color> axis = color("axis", p -> p.axis);
    private final StyleableProperty<Color> guide = color("guide", p -> p.guide);
    private final StyleableProperty<Color> mark = color("mark", p -> p.mark);
    private final StyleableProperty<Color> coach = color("coach", p -> p.coach);
    private final StyleableProperty<Color> text = color("text", p -> p.text);
    private final StyleableProperty<Color> background = color("background", p -> p.background);
    private final StyleableProperty<Color> other1 = color("other1", p -> p.other1);
    private final StyleableProperty<Color> other2 = color("other2", p -> p.other2);
    private final StyleableProperty<Color> other3 = color("other3", p -> p.other3);
    private final StyleableProperty<Color> other4 = color("other4", p -> p.other4);
    private final Canvas canvas = new Canvas();

    /**
     * @param recoloured called when a colour has changed
     */
    PlotCanvas(Runnable recoloured) {
        getStyleClass().add("plot-canvas");
        getChildren().add(canvas);
        for (StyleableProperty<Color> color :
                List.of(generator, discriminator, grid, axis, guide, mark, coach, other1)) {
            ((ObservableValue<?>) color).subscribe(recoloured);
        }
    }

    /** Draws anew; the canvas takes the size of the frame. */
    void draw(Frame frame, List<Reading.Guide> guides, List<Mark> marks) {
        canvas.setWidth(frame.width());
        canvas.setHeight(frame.height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, frame.width(), frame.height());
        new Painter(new CanvasPen(g), frame, colors()).paint(guides, marks);
    }

    /** The colours as the theme has them now. */
    PlotColors colors() {
        return new PlotColors(
                generator.getValue(),
                discriminator.getValue(),
                grid.getValue(),
                axis.getValue(),
                guide.getValue(),
                mark.getValue(),
                coach.getValue(),
                text.getValue(),
                background.getValue(),
                List.of(
                        other1.getValue(),
                        other2.getValue(),
                        other3.getValue(),
                        other4.getValue()));
    }

    private StyleableProperty<Color> color(
            String name, Function<PlotCanvas, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(
                this, name, "-" + name + "-color", property, Color.GRAY);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
