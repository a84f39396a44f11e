package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lengths of a style sheet at another size. */
class SheetsTest {
    @Test
    void everyLengthInPixelsGrows() {
        assertThat(Sheets.scaled("-fx-padding: 4px 10px -2px 0;", 1.5))
                .isEqualTo("-fx-padding: 6.0px 15.0px -3.0px 0;");
    }

    @Test
    void linesStayWholePixelsAndDoNotVanish() {
        assertThat(Sheets.scaled("-fx-border-width: 1px;", 0.75))
                .isEqualTo("-fx-border-width: 1.0px;");
        assertThat(Sheets.scaled("-fx-padding: 5px;", 1.25)).isEqualTo("-fx-padding: 6.0px;");
    }

    @Test
    void fontsAndIconsGrowExactly() {
        assertThat(Sheets.scaled("-fx-font-size: 13px;", 1.25))
                .isEqualTo("-fx-font-size: 16.25px;");
        assertThat(Sheets.scaled("a {\n  -fx-icon-size: 13px;\n}", 1.5)).contains("19.5px");
    }

    @Test
    void otherUnitsAndColoursStay() {
        String sheet = "-a: 0.9em 50%; -b: #12ab34; -c: derive(-x, -8%);";
        assertThat(Sheets.scaled(sheet, 2)).isEqualTo(sheet);
    }

    @Test
    void aSheetOfUsualSizeIsTheFileAndAnotherStandsInItsAddress() {
        assertThat(Sheets.at("/css/base.css", 1)).endsWith("/css/base.css");
        String address = Sheets.at("/css/base.css", 2);
        assertThat(address).startsWith("data:text/css;base64,");
        byte[] text = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
        assertThat(new String(text, StandardCharsets.UTF_8)).contains("-fx-font-size: 26.0px");
    }
}
