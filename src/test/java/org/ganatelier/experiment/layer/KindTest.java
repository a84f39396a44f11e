package org.ganatelier.experiment.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue of layers and activations. */
final class KindTest {
    private static List<Kind<?>> kinds() {
        return Stream.<Kind<?>>concat(LayerSpec.kinds().stream(), Activation.kinds().stream())
                .toList();
    }

    @Test
    void everyLayerAndActivationIsInIt() {
        assertThat(LayerSpec.kinds())
                .<Object>extracting(kind -> kind.usual().getClass())
                .containsExactlyInAnyOrder(classes(LayerSpec.class));
        assertThat(Activation.kinds())
                .<Object>extracting(kind -> kind.usual().getClass())
                .containsExactlyInAnyOrder(classes(Activation.class));
    }

    private static Object[] classes(Class<?> base) {
        return base.getPermittedSubclasses();
    }

    @Test
    void noTwoKindsShareAnIdOrAnAlias() {
        assertThat(
                        LayerSpec.kinds().stream()
                                .flatMap(
                                        kind ->
                                                Stream.concat(
                                                        Stream.of(kind.id()),
                                                        kind.aliases().stream())))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatMayBeOmittedIsAFieldOfItsType() {
        for (Kind<?> kind : kinds()) {
            assertThat(kind.fields().stream().map(Kind.Field::name))
                    .as(kind.id())
                    .containsAll(kind.omitted().keySet());
        }
    }

    @Test
    void oneFieldIsChangedAndNoOther() {
        Kind<LayerSpec> kind = Kind.named(LayerSpec.kinds(), "MaxPooling2D").orElseThrow();
        var stride = kind.fields().get(1);
        assertThat(stride).isEqualTo(new Kind.Field("stride", int.class));
        assertThat(kind.with(new MaxPool(3, 2, Padding.SAME), stride, 1))
                .isEqualTo(new MaxPool(3, 1, Padding.SAME));
    }

    @Test
    void keysReadAsWords() {
        assertThat(LayerSpec.kinds().stream().map(Kind::key))
                .contains("conv2d-transpose", "minibatch-std-dev", "batch-norm", "dense");
        assertThat(Activation.kinds().stream().map(Kind::key))
                .contains("relu", "leaky-relu", "gelu", "tanh");
    }
}
