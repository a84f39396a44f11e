package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** Whatever can change during a run has a name in every language. */
final class SettingTextTest {
    @ParameterizedTest
    @MethodSource("settings")
    void everySettingHasANameInBothLanguages(LiveSetting setting) {
        String english = SettingText.name(Words.english(), setting);
        String german = SettingText.name(Words.of(Language.GERMAN), setting);
        assertThat(german).isNotEqualTo(english).isNotBlank();
        setting.side()
                .ifPresent(
                        side -> {
                            assertThat(english).startsWith(side.letter() + "’s ");
                            assertThat(german).endsWith(" von " + side.letter());
                        });
    }

    static List<LiveSetting> settings() {
        return LiveSettings.all();
    }
}
