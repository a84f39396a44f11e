package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.junit.jupiter.api.Test;

final class SourcePillTest {
    @Test
    void theNoiseHasASize() {
        Experiment classroom = Experiments.classroom();
        var size = (Field.Text<Experiment>) SourcePill.latentSize(classroom, Words.english());
        assertThat(size.text()).isEqualTo("64");
        assertThat(size.parse().apply("100")).isEqualTo(classroom.withLatentSize(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> size.parse().apply("0"))
                .satisfies(
                        wrong ->
                                assertThat(ValueText.say(Words.english(), wrong))
                                        .isEqualTo("The noise’s size must be between 1 and 1024"));
    }
}
