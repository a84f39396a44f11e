package org.ganatelier.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class NamedKeysTest {
    @ParameterizedTest
    @CsvSource({
        "Ctrl+Shift+Z, Ctrl+Shift+Z, Strg+Umschalt+Z",
        "Shift+F10, Shift+F10, Umschalt+F10",
        "Space, Space, Leertaste",
        "Alt+Delete, Alt+Delete, Alt+Entfernen",
        "F5, F5, F5"
    })
    void keysAreCalledAsOnTheKeyboard(String keys, String english, String german) {
        assertThat(NamedKeys.of(keys, Words.english()).getDisplayText()).isEqualTo(english);
        assertThat(NamedKeys.of(keys, Words.of(Language.GERMAN)).getDisplayText())
                .isEqualTo(german);
    }

    @ParameterizedTest
    @EnumSource
    void theNameChangesNothingElse(Language language) {
        KeyCombination named = NamedKeys.of("Ctrl+Z", Words.of(language));
        assertThat(named.match(press(KeyCode.Z, true))).isTrue();
        assertThat(named.match(press(KeyCode.Z, false))).isFalse();
        assertThat(named.match(press(KeyCode.Y, true))).isFalse();
        assertThat(named).isEqualTo(NamedKeys.of("Ctrl+Z", Words.english()));
        assertThat(named).isNotEqualTo(NamedKeys.of("Ctrl+Y", Words.of(language)));
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }
}
