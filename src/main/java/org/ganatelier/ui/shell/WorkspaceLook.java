package org.ganatelier.ui.shell;

import org.ganatelier.session.Look;
import org.ganatelier.session.Settings;

import java.util.List;

/** How the panels stand, as it is saved with a document. FX thread only. */
final class WorkspaceLook implements Look.Part {
    private static final String FRONTS = "window.front";
    private static final String EXTENT = "window.extent.";

    private final Workspace workspace;
    private final Settings settings;

    /**
     * @param settings know how large the places are
     */
    WorkspaceLook(Workspace workspace, Settings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    @Override
    public void describe(Look look) {
        look.put(FRONTS, String.join(",", workspace.fronts()));
        for (Area area : Area.values()) {
            settings.extent(area.id()).ifPresent(extent -> look.put(EXTENT + area.id(), extent));
        }
    }

    @Override
    public void restore(Look look) {
        for (Area area : Area.values()) {
            look.number(EXTENT + area.id())
                    .filter(extent -> extent > 0)
                    .ifPresent(extent -> settings.setExtent(area.id(), extent));
        }
        workspace.placeDividers();
        look.text(FRONTS).ifPresent(ids -> workspace.bringToFront(List.of(ids.split(",", -1))));
    }
}
