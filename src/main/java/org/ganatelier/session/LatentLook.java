package org.ganatelier.session;

import org.ganatelier.session.LatentExplorer.Ends;

import java.util.OptionalInt;

/** Where the walk was, as it is saved with a document. FX thread only. */
final class LatentLook implements Look.Part {
    private static final String Z = "latent.z";
    private static final String FROM = "latent.a";
    private static final String TO = "latent.b";
    private static final String POSITION = "latent.position";
    private static final String LABEL = "latent.class";
    private static final String SELECTED = "latent.selected";

    private final LatentExplorer walk;

    LatentLook(LatentExplorer walk) {
        this.walk = walk;
    }

    @Override
    public void describe(Look look) {
        float[] z = walk.zProperty().get();
        var numbers = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            numbers[i] = z[i];
        }
        look.put(Z, numbers);
        Ends ends = walk.endsProperty().get();
        ends.from().ifPresent(index -> look.put(FROM, index));
        ends.to().ifPresent(index -> look.put(TO, index));
        look.put(POSITION, walk.positionProperty().get());
        look.put(LABEL, walk.labelProperty().get());
        look.put(SELECTED, walk.selectedProperty().get());
    }

    /** The walk goes there as soon as there is a generator whose noise is as long. */
    @Override
    public void restore(Look look) {
        look.numbers(Z)
                .ifPresent(
                        z ->
                                walk.goTo(
                                        new LatentExplorer.Place(
                                                narrowed(z),
                                                new Ends(index(look, FROM), index(look, TO)),
                                                look.number(POSITION).orElse(0.0),
                                                index(look, LABEL).orElse(0),
                                                index(look, SELECTED).orElse(0))));
    }

    private static float[] narrowed(double[] numbers) {
        var values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return values;
    }

    private static OptionalInt index(Look look, String key) {
        return look.number(key)
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .map(number -> OptionalInt.of(number.intValue()))
                .orElse(OptionalInt.empty());
    }
}
