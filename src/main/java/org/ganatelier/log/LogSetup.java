package org.ganatelier.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * What is logged, and that the terminal hears it. The JDK's logging makes one of these when it
 * begins, as the flags of every start name this class.
 */
public final class LogSetup {
    private static final String LEVELS =
            """
            handlers = java.util.logging.ConsoleHandler
            .level = SEVERE
            org.ganatelier.level = INFO
            javafx.css.level = WARNING
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.ConsoleHandler.formatter = org.ganatelier.log.ShortLine
            """;

    /**
     * Sets the logging up.
     *
     * @throws IOException never, as it reads from memory
     */
    public LogSetup() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(
                        new ByteArrayInputStream(LEVELS.getBytes(StandardCharsets.UTF_8)));
    }
}
