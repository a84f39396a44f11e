package org.ganatelier.ui.widget;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;

/** Keys of one meaning that lie in different places of different keyboards; named by the first. */
public final class OneOfKeys extends KeyCombination {
    private final List<KeyCombination> keys;

    /**
     * @param keys at least one
     */
    public OneOfKeys(List<KeyCombination> keys) {
        this.keys = List.copyOf(keys);
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.stream().anyMatch(each -> each.match(event));
    }

    @Override
    public String getName() {
        return keys.getFirst().getName();
    }

    @Override
    public String getDisplayText() {
        return keys.getFirst().getDisplayText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneOfKeys that && that.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
