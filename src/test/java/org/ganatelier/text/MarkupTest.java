package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.text.Markup.Deed;
import org.ganatelier.text.Markup.Formula;
import org.ganatelier.text.Markup.Heading;
import org.ganatelier.text.Markup.Item;
import org.ganatelier.text.Markup.Link;
import org.ganatelier.text.Markup.Paragraph;
import org.ganatelier.text.Markup.Plain;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Longer texts. */
final class MarkupTest {
    private static final String TEXT =
            """

            ## What to look at

            The [[d-of-x|output]] of D
            and its [[logit]].

            - First
            - Then [[!slower|go on]]

                a = b
                c = d
            """;

    @Test
    void headingsParagraphsItemsAndFormulasAreParted() {
        assertThat(Markup.read(TEXT, UnaryOperator.identity()))
                .containsExactly(
                        new Heading("What to look at"),
                        new Paragraph(
                                List.of(
                                        new Plain("The "),
                                        new Link("d-of-x", "output"),
                                        new Plain(" of D and its "),
                                        new Link("logit", "logit"),
                                        new Plain("."))),
                        new Item(List.of(new Plain("First"))),
                        new Item(List.of(new Plain("Then "), new Deed("slower", "go on"))),
                        new Formula("a = b\nc = d"));
    }

    @Test
    void whatIsReadIsTranslatedAndNoNameIs() {
        List<Markup.Block> loud =
                Markup.read(
                        "See [[logit|it]] and [[!act|do]].", text -> text.toUpperCase(Locale.ROOT));
        assertThat(loud)
                .containsExactly(
                        new Paragraph(
                                List.of(
                                        new Plain("SEE "),
                                        new Link("logit", "IT"),
                                        new Plain(" AND "),
                                        new Deed("act", "DO"),
                                        new Plain("."))));
        assertThat(Markup.plain(loud.getFirst())).isEqualTo("SEE IT AND DO.");
    }
}
