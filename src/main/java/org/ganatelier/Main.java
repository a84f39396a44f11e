package org.ganatelier;

/** No arguments: the window; arguments: the command line. */
public final class Main {
    private Main() {}

    /** Starts the program. */
    public static void main(String[] args) {
        System.out.println(Runtime.version());
    }
}
