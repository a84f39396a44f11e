package org.ganatelier.exchange.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was read from another framework's file or code.
 *
 * @param stacks one or two; may be empty where nothing was understood
 * @param settings what it says of the rest of an experiment
 * @param remarks in the order of what was read
 */
public record Imported(
        List<ImportedStack> stacks, ImportedSettings settings, List<Remark> remarks) {
    public Imported {
        stacks = List.copyOf(stacks);
        remarks = List.copyOf(remarks);
    }

    /** Of a file that says nothing of training. */
    public Imported(List<ImportedStack> stacks, List<Remark> remarks) {
        this(stacks, ImportedSettings.NONE, remarks);
    }

    /** Both together, this one's settings first. */
    public Imported and(Imported other) {
        return new Imported(
                Stream.concat(stacks.stream(), other.stacks.stream()).toList(),
                settings.or(other.settings),
                Stream.concat(remarks.stream(), other.remarks.stream()).toList());
    }
}
