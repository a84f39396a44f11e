package org.ganatelier.ui.lesson;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.Lessons;
import org.ganatelier.text.Markup;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.MarkupView;
import org.ganatelier.ui.widget.Terms;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/** The lesson of the preset that the document came from. FX thread only. */
public final class LessonPanel extends BorderPane implements Panel {
    private final Words words;
    private final Lessons lessons;
    private final Label title = new Label();
    private final MarkupView text;
    private final ScrollPane scroll = new ScrollPane();
    private @Nullable String shown;

    /**
     * @param preset whose lesson is shown, or an empty string for none
     * @param editor in which it is tried what the lesson says
     */
    public LessonPanel(ObservableValue<String> preset, ExperimentEditor editor, Words words) {
        this.words = words;
        lessons = new Lessons(words.language());
        text =
                new MarkupView(
                        term -> Terms.open(this, term), name -> Deeds.act(name, editor), words);
        getStyleClass().add("lesson-panel");
        title.getStyleClass().add("lesson-title");
        title.setWrapText(true);
        var page = new VBox(title, text);
        page.getStyleClass().add("lesson-page");
        scroll.setId("lesson");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lesson-scroll");
        setCenter(scroll);
        Live.on(this, preset).subscribe(this::show);
    }

    /** The panel of the session's document. */
    public static Panel in(PanelContext context) {
        ExperimentEditor editor = context.session().editor();
        ObservableValue<String> loaded = context.session().documents().current().presetProperty();
        ObservableValue<Experiment> experiment = editor.experimentProperty();
        // What comes from a file, or was there at the start, has but its name.
        return new LessonPanel(
                loaded.flatMap(
                        preset ->
                                experiment.map(
                                        now ->
                                                preset.isEmpty()
                                                        ? PresetText.presetOf(now.name()).orElse("")
                                                        : preset)),
                editor,
                context.words());
    }

    @Override
    public String id() {
        return "lesson";
    }

    @Override
    public String title() {
        return words.say("lesson.title");
    }

    @Override
    public Feather icon() {
        return Feather.BOOK;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "lesson.css";
    }

    private void show(String preset) {
        if (preset.equals(shown)) {
            return;
        }
        shown = preset;
        Optional<List<Markup.Block>> lesson = lessons.of(preset);
        title.setText(
                lesson.isPresent()
                        ? PresetText.title(words, preset)
                        : words.say("lesson.none.title"));
        text.show(
                lesson.orElseGet(
                        () ->
                                List.of(
                                        new Markup.Paragraph(
                                                List.of(
                                                        new Markup.Plain(
                                                                words.say("lesson.none")))))));
        scroll.setVvalue(0);
    }
}
