package org.ganatelier.ui.images;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.ganatelier.ui.images.GridContent.Opinion;
import org.ganatelier.ui.widget.OutputColours;
import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;

/** The one picture into which all images of a grid are drawn. FX thread only. */
final class GridPicture {
    private static final int BACKGROUND = 0xFF1F2328;

    private final ImageView view = new ImageView();
    private @Nullable GridRaster raster;
    private @Nullable PixelBuffer<IntBuffer> buffer;

    GridPicture() {
        view.setSmooth(false);
    }

    ImageView view() {
        return view;
    }

    /** Where the images are; null before anything was drawn. */
    @Nullable GridRaster raster() {
        return raster;
    }

    /** The next picture may be of another size. */
    void forget() {
        raster = null;
    }

    /** Takes a size; whether it is another one, so that all is to be drawn anew. */
    boolean fit(GridRaster fitting) {
        if (raster != null && raster.isLike(fitting)) {
            return false;
        }
        raster = fitting;
        buffer =
                new PixelBuffer<>(
                        fitting.width(),
                        fitting.height(),
                        IntBuffer.allocate(fitting.width() * fitting.height()),
                        PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(buffer));
        return true;
    }

    /** Draws, where there is a size. */
    void draw(GridContent content, Places places) {
        GridRaster target = raster;
        PixelBuffer<IntBuffer> pixels = buffer;
        if (target != null && pixels != null) {
            int[] argb = pixels.getBuffer().array();
            target.draw(content.images().pick(places.images()), argb, BACKGROUND);
            if (content.opinion() != null) {
                draw(content.opinion(), places, target, argb);
            }
            pixels.updateBuffer(_ -> new Rectangle2D(0, 0, target.width(), target.height()));
        }
    }

    private static void draw(Opinion opinion, Places places, GridRaster target, int[] argb) {
        int shown = Math.min(places.count(), target.places());
        for (int place = 0; place < shown; place++) {
            int image = places.imageAt(place);
            if (opinion.bordered()) {
                double output = opinion.scale().place(opinion.outputs()[image]);
                target.border(place, OutputColours.of(output), argb);
            }
            if (opinion.heat().length > 0) {
                target.overlay(place, opinion.heat(), image, argb);
            }
        }
    }
}
