package org.ganatelier;

import org.ganatelier.train.dl4j.Dl4jJudgeTrainer;
import org.ganatelier.train.dl4j.Dl4jTrainer;
import org.ganatelier.ui.App;

/** The window with its engine. */
public final class DesktopApp extends App {
    /** For JavaFX, which makes the only instance. */
    public DesktopApp() {
        super(new Dl4jTrainer(), new Dl4jJudgeTrainer());
    }
}
