package org.ganatelier.ui.images;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.session.Settings;

/** What of D's opinion is shown with the images; the settings remember it. FX thread only. */
final class EyeChoices {
    private static final String PREFIX = "images-eye-";

    /** What is wanted now. */
    record Wanted(boolean borders, boolean heat, boolean sorted) {
        boolean anything() {
            return borders || heat || sorted;
        }
    }

    final BooleanProperty borders;
    final BooleanProperty heat;
    final BooleanProperty sorted;
    private final Settings settings;

    EyeChoices(Settings settings) {
        this.settings = settings;
        borders = remembered("borders");
        heat = remembered("heat");
        sorted = remembered("sorted");
    }

    /** All three at once. */
    ObservableValue<Wanted> wanted() {
        return Bindings.createObjectBinding(
                () -> new Wanted(borders.get(), heat.get(), sorted.get()), borders, heat, sorted);
    }

    private BooleanProperty remembered(String name) {
        String key = PREFIX + name;
        boolean chosen = settings.choice(key).filter("on"::equals).isPresent();
        var property = new SimpleBooleanProperty(chosen);
        property.subscribe((_, now) -> settings.setChoice(key, now ? "on" : "off"));
        return property;
    }
}
