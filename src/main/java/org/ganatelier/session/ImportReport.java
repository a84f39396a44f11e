package org.ganatelier.session;

import org.ganatelier.exchange.model.Remark;

import java.util.List;

/**
 * What came of an import.
 *
 * @param name what was read: a file, or what the clipboard is called
 * @param opened whether anything of it is in the editor now
 * @param remarks line by line
 */
public record ImportReport(String name, boolean opened, List<Remark> remarks) {
    public ImportReport {
        remarks = List.copyOf(remarks);
    }
}
