package org.ganatelier.exchange.model;

import java.util.List;

/**
 * What was read from another framework's file or code.
 *
 * @param stacks one or two; may be empty where nothing was understood
 * @param remarks in the order of what was read
 */
public record Imported(List<ImportedStack> stacks, List<Remark> remarks) {
    public Imported {
        stacks = List.copyOf(stacks);
        remarks = List.copyOf(remarks);
    }
}
