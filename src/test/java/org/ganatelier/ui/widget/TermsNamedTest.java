package org.ganatelier.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.text.Glossary;
import org.ganatelier.text.Term;
import org.ganatelier.text.Words;
import org.ganatelier.ui.layers.LayerTerms;
import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is explained by a term of the glossary finds it there. */
final class TermsNamedTest {
    private final Glossary glossary = Words.english().glossary();

    @Test
    void everyTermOfAFieldIsInTheGlossaryAndEveryKeyIsAField() {
        assertThat(ids()).containsAll(FieldTerms.all().values());
        assertThat(Words.english().keys())
                .containsAll(
                        FieldTerms.all().keySet().stream().map(key -> key + ".label").toList());
    }

    @Test
    void everyKindOfLayerHasATerm() {
        var named = new TreeSet<String>();
        LayerSpec.kinds().forEach(kind -> named.add(LayerTerms.of(kind.usual())));
        assertThat(ids()).containsAll(named);
        assertThat(named).contains("dense", "convolution", "batch-norm", "relu");
    }

    private Set<String> ids() {
        return glossary.terms().stream().map(Term::id).collect(Collectors.toSet());
    }
}
