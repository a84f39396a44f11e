package org.ganatelier;

/** No arguments: the window; arguments: the command line. */
public final class Main {
    private Main() {}

    /** Starts the program and exits with its code: 0 done, 1 failed, 2 misused. */
    public static void main(String[] args) {
        Program.run(Desktop::new, args);
    }
}
