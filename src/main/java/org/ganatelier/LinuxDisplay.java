package org.ganatelier;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/** Tries what a window will need before JavaFX does, whose own words help nobody. */
final class LinuxDisplay {
    /** What JavaFX's window toolkit is linked with, and a bare server lacks. */
    private static final List<String> LIBRARIES =
            List.of("libgtk-3.so.0", "libXtst.so.6", "libX11.so.6");

    private LinuxDisplay() {}

    /** Why no window can be opened, with the remedy, in one sentence; empty where one can. */
    static Optional<String> obstacle() {
        boolean gtk = LIBRARIES.stream().allMatch(LinuxDisplay::isThere);
        String display = System.getenv("DISPLAY");
        if (display == null || display.isBlank()) {
            return Optional.of(
                    "there is no display (DISPLAY is not set); on a server, run \"sudo apt-get"
                            + " install -y %sxvfb xauth\" and start the program with \"xvfb-run -a\"."
                                    .formatted(gtk ? "" : "libgtk-3-0 libxtst6 "));
        }
        if (!gtk) {
            return Optional.of(
                    "GTK 3 is missing; install it with \"sudo apt-get install -y libgtk-3-0"
                            + " libxtst6\".");
        }
        return opens()
                ? Optional.empty()
                : Optional.of("the display " + display + " (DISPLAY) does not answer.");
    }

    @SuppressWarnings("restricted")
    private static boolean isThere(String library) {
        try {
            // Never unloaded: JavaFX needs it next.
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether XOpenDisplay can reach the display that the environment names. */
    @SuppressWarnings("restricted")
    private static boolean opens() {
        var x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        Linker linker = Linker.nativeLinker();
        var open =
                linker.downcallHandle(
                        x11.findOrThrow("XOpenDisplay"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        var close =
                linker.downcallHandle(
                        x11.findOrThrow("XCloseDisplay"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try {
            var display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            return (int) close.invokeExact(display) == 0;
        } catch (Throwable failure) {
            throw new IllegalStateException("X11 could not be asked", failure);
        }
    }
}
