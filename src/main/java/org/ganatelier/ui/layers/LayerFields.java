package org.ganatelier.ui.layers;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;
import org.ganatelier.ui.widget.Numbers;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The fields of each layer, as its record has them; every edit gives a new layer. */
public final class LayerFields {
    private final Words words;

    private LayerFields(Words words) {
        this.words = words;
    }

    /** The fields of a layer, an activation's own behind the choice of the activation. */
    public static List<Field<LayerSpec>> of(LayerSpec layer, Words words) {
        return new LayerFields(words).fields(layer);
    }

    private List<Field<LayerSpec>> fields(LayerSpec layer) {
        Kind<LayerSpec> kind = layer.kind();
        return kind.fields().stream()
                .flatMap(
                        field ->
                                fields(
                                        key(layer, field),
                                        kind.value(layer, field),
                                        value -> kind.with(layer, field, value)))
                .toList();
    }

    /** A stride that enlarges is another thing than one that moves a window. */
    private static String key(LayerSpec layer, Kind.Field field) {
        return layer instanceof Conv2DTranspose && field.name().equals("stride")
                ? "enlargement"
                : Kind.kebab(field.name());
    }

    private Stream<Field<LayerSpec>> fields(
            String key, Object now, Function<Object, LayerSpec> with) {
        Caption caption = Caption.of("layer.field." + key, words);
        return switch (now) {
            case Integer number ->
                    Stream.of(
                            new Field.Text<>(
                                    caption,
                                    Integer.toString(number),
                                    text -> with.apply(Numbers.parseWhole(text))));
            case Double number ->
                    Stream.of(
                            new Field.Text<>(
                                    caption,
                                    Numbers.text(number),
                                    text -> with.apply(Numbers.parseDecimal(text))));
            case Boolean on -> Stream.of(new Field.Flag<>(caption, on, with.apply(!on)));
            case Shape shape ->
                    Stream.of(
                            new Field.Text<>(
                                    caption,
                                    shape.toString(),
                                    text -> with.apply(ShapeText.parse(text))));
            case Padding padding -> Stream.of(padding(caption, padding, with));
            case Activation activation ->
                    Stream.concat(
                            Stream.of(choice(caption, activation, with)), within(activation, with));
            default -> throw new IllegalStateException("No field for " + now.getClass());
        };
    }

    private Field<LayerSpec> padding(
            Caption caption, Padding now, Function<Object, LayerSpec> with) {
        return Field.Choice.among(
                caption,
                List.of(Padding.values()),
                now,
                each ->
                        new Field.Option<>(
                                LayerTexts.padding(each, words),
                                switch (each) {
                                    case SAME -> words.say("layer.padding.same.hint");
                                    case VALID -> words.say("layer.padding.valid.hint");
                                },
                                with.apply(each)));
    }

    private Field<LayerSpec> choice(
            Caption caption, Activation now, Function<Object, LayerSpec> with) {
        return Field.Choice.among(
                caption,
                Activations.allWith(now),
                now,
                each ->
                        new Field.Option<>(
                                each.title(), Activations.sentence(each, words), with.apply(each)));
    }

    private Stream<Field<LayerSpec>> within(
            Activation activation, Function<Object, LayerSpec> with) {
        Kind<Activation> kind = activation.kind();
        return kind.fields().stream()
                .flatMap(
                        field ->
                                fields(
                                        Kind.kebab(field.name()),
                                        kind.value(activation, field),
                                        value -> with.apply(kind.with(activation, field, value))));
    }
}
