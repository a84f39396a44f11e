package org.ganatelier;

import javafx.application.Application;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Window;
import org.ganatelier.ui.shell.App;

import java.util.List;
import java.util.Optional;

/** Windows on this machine. */
final class Desktop implements Window {
    @Override
    public Optional<String> obstacle() {
        return System.getProperty("os.name", "").equals("Linux")
                ? LinuxDisplay.obstacle()
                : Optional.empty();
    }

    @Override
    public int open(List<String> options) {
        App.check(options);
        Application.launch(DesktopApp.class, options.toArray(String[]::new));
        DesktopApp.failure()
                .ifPresent(
                        sentence -> {
                            throw new CommandFailure(sentence);
                        });
        return 0;
    }
}
