package org.ganatelier.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class EditsTest {
    private static final LiveSetting RATE = at("training.generatorOptimizer.learningRate");
    private static final LiveSetting BETA = at("training.generatorOptimizer.beta1");
    private static final LiveSetting DECAY = at("training.averageDecay");

    private final List<Edit> edits = new ArrayList<>();

    @Test
    void valuesThatNoStepHasSeenAreLeftOut() {
        append(3, RATE, "1", "2");
        append(3, RATE, "2", "3");
        append(3, RATE, "3", "4");
        assertThat(edits).containsExactly(new Edit(3, RATE, "1", "4"));
    }

    @Test
    void anEditThatIsTakenBackBeforeAStepIsNone() {
        append(3, BETA, "0.5", "0.9");
        append(3, RATE, "1", "2");
        append(3, RATE, "2", "1");
        assertThat(edits).containsExactly(new Edit(3, BETA, "0.5", "0.9"));
    }

    @Test
    void everyValueThatAStepHasSeenStays() {
        append(3, RATE, "1", "2");
        append(4, RATE, "2", "3");
        append(5, RATE, "3", "2");
        assertThat(edits).hasSize(3);
    }

    @Test
    void theOrderOfDifferentSettingsStays() {
        append(3, RATE, "1", "2");
        append(3, BETA, "0.5", "0.9");
        append(3, RATE, "2", "3");
        assertThat(edits).hasSize(3);
    }

    @Test
    void anAverageThatBeginsAnewIsKeptInMind() {
        append(3, DECAY, "0.99", "0");
        append(3, DECAY, "0", "0.99");
        assertThat(edits).hasSize(2);
    }

    private void append(long step, LiveSetting setting, String before, String after) {
        Edits.append(edits, new Edit(step, setting, before, after));
    }

    private static LiveSetting at(String path) {
        return LiveSettings.at(path).orElseThrow();
    }
}
