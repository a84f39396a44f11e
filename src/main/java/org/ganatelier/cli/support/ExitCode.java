package org.ganatelier.cli.support;

/** What the program's exit codes mean. */
public final class ExitCode {
    /** A command did what it was asked to. */
    public static final int DONE = 0;

    /** A command could not. */
    public static final int FAILED = 1;

    /** The arguments make no sense. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
