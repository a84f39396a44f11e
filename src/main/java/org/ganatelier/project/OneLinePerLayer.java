package org.ganatelier.project;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

import java.io.Serial;

/** JSON as a person would lay it out: the outer levels indented, a layer on one line. */
final class OneLinePerLayer extends DefaultPrettyPrinter {
    @Serial private static final long serialVersionUID = 1L;

    // 1 the experiment, 2 a network, 3 the list of its layers, 4 the fields of a layer.
    private static final int DEEPEST_OBJECT = 2;
    private static final String LONG_LIST = "layers";
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    OneLinePerLayer() {
        super(new Separators().withObjectNameValueSpacing(Separators.Spacing.AFTER));
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new OneLinePerLayer();
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        _nesting++;
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
        _nesting++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        newLine(json, isOuterObject(), "");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        newLine(json, isLongList(json), "");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json, isOuterObject(), " ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json, isLongList(json), " ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        close(json, entries > 0 && isOuterObject(), '}');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        close(json, values > 0 && isLongList(json), ']');
    }

    private boolean isOuterObject() {
        return _nesting <= DEEPEST_OBJECT;
    }

    private static boolean isLongList(JsonGenerator json) {
        var owner = json.streamWriteContext().getParent();
        return owner != null && LONG_LIST.equals(owner.currentName());
    }

    private void newLine(JsonGenerator json, boolean wanted, String otherwise) {
        if (wanted) {
            LINES.writeIndentation(json, _nesting);
        } else {
            json.writeRaw(otherwise);
        }
    }

    private void close(JsonGenerator json, boolean ownLine, char bracket) {
        _nesting--;
        if (ownLine) {
            LINES.writeIndentation(json, _nesting);
        }
        json.writeRaw(bracket);
    }
}
