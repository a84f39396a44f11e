package org.ganatelier.ui.film;

import javafx.scene.image.Image;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.session.Frame;
import org.ganatelier.ui.widget.Pixels;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small pictures of frames, each made once. FX thread only. */
final class Thumbs {
    /** Four images side by side tell more than one; larger ones do not fit. */
    private static final int SMALL = 40;

    private static final int COLUMNS = 2;

    private final Map<Long, Image> made = new HashMap<>();
    private int side;

    /** The picture of a frame. */
    Image of(Frame frame, int wanted) {
        if (wanted != side) {
            made.clear();
            side = wanted;
        }
        return made.computeIfAbsent(frame.step(), _ -> make(frame));
    }

    /** Forgets those of other frames. */
    void keepOnly(List<Frame> frames) {
        if (made.size() > 2 * frames.size()) {
            Set<Long> steps = new HashSet<>();
            frames.forEach(frame -> steps.add(frame.step()));
            made.keySet().retainAll(steps);
        }
    }

    private Image make(Frame frame) {
        Images images = frame.samples().pictures();
        boolean several = images.count() >= COLUMNS * COLUMNS && images.shape().height() <= SMALL;
        Images shown =
                several ? Grid.of(images.first(COLUMNS * COLUMNS), COLUMNS, 1) : images.get(0);
        return Pixels.of(shown, side, side);
    }
}
