package org.ganatelier.ui.shell;

import org.ganatelier.session.Session;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;

/** What the document in the editor is called. */
final class DocumentTitle {
    private DocumentTitle() {}

    /** The name of its file or, where it has none, of its experiment. */
    static String of(Session session, Words words) {
        String experiment = session.editor().experimentProperty().get().name();
        return session.documents()
                .current()
                .fileProperty()
                .get()
                .map(file -> String.valueOf(file.getFileName()))
                .orElseGet(() -> PresetText.nameOf(words, experiment));
    }
}
