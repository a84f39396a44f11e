package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/** What a bare machine lacks for the tests of the window, which need no display. */
@EnabledOnOs(OS.LINUX)
final class BareMachineTest {
    @Test
    @SuppressWarnings("restricted")
    void javaFxFindsTheLibraryThatItDrawsTextWith() {
        assertThatCode(() -> SymbolLookup.libraryLookup("libpangoft2-1.0.so.0", Arena.global()))
                .as("every test with text fails; \"sudo apt-get install -y libpangoft2-1.0-0\"")
                .doesNotThrowAnyException();
    }
}
