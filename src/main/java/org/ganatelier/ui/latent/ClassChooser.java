package org.ganatelier.ui.latent;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.ganatelier.session.LatentExplorer;
import org.ganatelier.session.ToldClasses;
import org.ganatelier.text.ClassText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;

import java.util.List;

/** Which class is drawn, where the generator is told any. FX thread only. */
final class ClassChooser extends HBox {
    private final LatentExplorer walk;
    private final Words words;
    private final Label name = new Label();
    private final ComboBox<String> box = new ComboBox<>();

    ClassChooser(LatentExplorer walk, Words words) {
        this.walk = walk;
        this.words = words;
        getStyleClass().add("class-chooser");
        name.setMnemonicParsing(true);
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(box);
        name.managedProperty().bind(name.visibleProperty());
        name.getStyleClass().add("latent-note");
        box.setId("class-drawn");
        box.setMinWidth(USE_PREF_SIZE);
        box.getStyleClass().add("small");
        getChildren().addAll(name, box);
        Live.on(this, walk.classesProperty()).subscribe(this::show);
        Live.on(this, walk.labelProperty())
                .subscribe(label -> box.getSelectionModel().select(label.intValue()));
        box.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> choose(index.intValue()));
    }

    /** Says what it chooses only where there is room; its tooltip says it always. */
    void setNamed(boolean named) {
        name.setVisible(named);
    }

    private void show(ToldClasses told) {
        List<String> classes = ClassText.names(words, told.names());
        String key = told.clusters() ? "latent.cluster" : "latent.class";
        name.setText(words.say(key));
        box.setAccessibleText(words.say(key + ".spoken"));
        String meaning = words.say(key + ".meaning");
        box.setAccessibleHelp(meaning);
        Hints.on(box, meaning);
        int label = walk.labelProperty().get();
        if (!box.getItems().equals(classes)) {
            box.getItems().setAll(classes);
            box.getSelectionModel().select(label);
        }
        setVisible(!classes.isEmpty());
        setManaged(!classes.isEmpty());
    }

    /** While the list is replaced nothing is selected, which chooses nothing. */
    private void choose(int index) {
        if (index >= 0 && index < walk.classesProperty().get().names().size()) {
            walk.ask(index);
        }
    }
}
