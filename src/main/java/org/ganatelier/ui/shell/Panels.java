package org.ganatelier.ui.shell;

import org.ganatelier.ui.charts.ChartsPanel;
import org.ganatelier.ui.coach.CoachPanel;
import org.ganatelier.ui.code.CodePanel;
import org.ganatelier.ui.eye.EyePanel;
import org.ganatelier.ui.film.FilmPanel;
import org.ganatelier.ui.flow.FlowPanel;
import org.ganatelier.ui.images.ImagesPanel;
import org.ganatelier.ui.inside.InsidePanel;
import org.ganatelier.ui.latent.LatentPanel;
import org.ganatelier.ui.lesson.LessonPanel;
import org.ganatelier.ui.networks.NetworksPanel;
import org.ganatelier.ui.note.NotePanel;
import org.ganatelier.ui.objective.ObjectivePanel;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.quality.QualityPanel;
import org.ganatelier.ui.runs.RunsPanel;
import org.ganatelier.ui.slow.SlowPanel;

import java.util.List;

/** The list of panels: another one joins by its folder and a line here. FX thread only. */
final class Panels {
    /**
     * A panel in its place.
     *
     * @param area that it shares with others
     */
    record Placed(Area area, Panel panel) {}

    private Panels() {}

    /** All panels, newly made. The first nine have a key, so a new one goes to the end. */
    static List<Placed> in(PanelContext context) {
        return List.of(
                new Placed(Area.LEFT, NetworksPanel.in(context, ObjectivePanel.in(context))),
                new Placed(Area.MIDDLE, ImagesPanel.in(context)),
                new Placed(Area.RIGHT, ChartsPanel.in(context)),
                new Placed(Area.RIGHT, QualityPanel.in(context)),
                new Placed(Area.BOTTOM, LatentPanel.in(context)),
                new Placed(Area.RIGHT, NotePanel.in(context)),
                new Placed(Area.MIDDLE, CodePanel.in(context)),
                new Placed(Area.LINE, CoachPanel.in(context)),
                new Placed(Area.RIGHT, InsidePanel.in(context)),
                new Placed(Area.MIDDLE, EyePanel.in(context)),
                new Placed(Area.MIDDLE, SlowPanel.in(context)),
                new Placed(Area.TOP, FlowPanel.in(context)),
                new Placed(Area.RIGHT, LessonPanel.in(context)),
                new Placed(Area.BOTTOM, RunsPanel.in(context)),
                new Placed(Area.MIDDLE, FilmPanel.in(context)));
    }
}
