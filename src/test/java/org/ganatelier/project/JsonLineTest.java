package org.ganatelier.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;

final class JsonLineTest {
    @Test
    void valuesKeepTheirOrderAndWhatIsNoNumberIsNull() {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", "a \"b\"\n");
        values.put("steps", 3L);
        values.put("loss", 0.5);
        values.put("d_real", Double.NaN);
        assertThat(JsonLine.of(values))
                .isEqualTo(
                        "{\"name\":\"a \\\"b\\\"\\n\",\"steps\":3,\"loss\":0.5,\"d_real\":null}");
    }
}
