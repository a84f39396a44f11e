package org.ganatelier.ui.layers;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.text.ActivationText;
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
                                    Numbers.text(words, number),
                                    text -> with.apply(Numbers.parseDecimal(text))));
            case Boolean on -> Stream.of(new Field.Flag<>(caption, on, with.apply(!on)));
            case Shape shape ->
                    Stream.of(
                            new Field.Text<>(
                                    caption,
                                    shape.toString(),
                                    text -> with.apply(ShapeText.parse(text))));
            case Padding padding -> padding(caption, padding, with);
            case Activation activation ->
                    Stream.concat(
                            Stream.of(choice(caption, activation, with)), within(activation, with));
            default -> throw new IllegalStateException("No field for " + now.getClass());
        };
    }

    /** The choice, and behind it the number of pixels where there is one. */
    private Stream<Field<LayerSpec>> padding(
            Caption caption, Padding now, Function<Object, LayerSpec> with) {
        Padding counted = now instanceof Padding.Explicit ? now : new Padding.Explicit(1);
        Field<LayerSpec> choice =
                Field.Choice.among(
                        caption,
                        List.of(Padding.SAME, Padding.VALID, counted),
                        now,
                        each -> option(each, with.apply(each)));
        return now instanceof Padding.Explicit(int pixels)
                ? Stream.concat(
                        Stream.of(choice),
                        fields(
                                "padding-pixels",
                                pixels,
                                value -> with.apply(new Padding.Explicit((Integer) value))))
                : Stream.of(choice);
    }

    private Field.Option<LayerSpec> option(Padding padding, LayerSpec result) {
        String key =
                "layer.padding."
                        + switch (padding) {
                            case Padding.Same _ -> "same";
                            case Padding.Valid _ -> "valid";
                            case Padding.Explicit _ -> "explicit";
                        };
        return new Field.Option<>(words.say(key + ".name"), words.say(key + ".hint"), result);
    }

    private Field<LayerSpec> choice(
            Caption caption, Activation now, Function<Object, LayerSpec> with) {
        return Field.Choice.among(
                caption,
                Activations.allWith(now),
                now,
                each ->
                        new Field.Option<>(
                                each.title(),
                                ActivationText.sentence(words, each),
                                with.apply(each)));
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
