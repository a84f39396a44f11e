package org.ganatelier.ui.shell;

import org.controlsfx.tools.Duplicatable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An icon that one action can lend to many controls: each gets a copy. */
final class Icon extends FontIcon implements Duplicatable<Icon> {
    private final Feather feather;

    Icon(Feather feather) {
        super(feather);
        this.feather = feather;
    }

    @Override
    public Icon duplicate() {
        return new Icon(feather);
    }
}
