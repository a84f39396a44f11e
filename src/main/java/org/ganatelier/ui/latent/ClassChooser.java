package org.ganatelier.ui.latent;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.ClassText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;

import java.util.List;

/** Which class is drawn, where the generator is told any. FX thread only. */
final class ClassChooser extends HBox {
    private final LatentExplorer walk;
    private final Label name = new Label();
    private final ComboBox<String> box = new ComboBox<>();

    ClassChooser(LatentExplorer walk, Words words) {
        this.walk = walk;
        getStyleClass().add("class-chooser");
        name.setText(words.say("latent.class"));
        name.setMnemonicParsing(true);
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(box);
        name.managedProperty().bind(name.visibleProperty());
        name.getStyleClass().add("latent-note");
        box.setId("class-drawn");
        box.setMinWidth(USE_PREF_SIZE);
        box.getStyleClass().add("small");
        box.setAccessibleText(words.say("latent.class.spoken"));
        String meaning = words.say("latent.class.meaning");
        box.setAccessibleHelp(meaning);
        Hints.on(box, meaning);
        getChildren().addAll(name, box);
        Live.on(this, walk.classesProperty())
                .subscribe(classes -> show(ClassText.names(words, classes)));
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

    private void show(List<String> classes) {
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
        if (index >= 0 && index < walk.classesProperty().get().size()) {
            walk.ask(index);
        }
    }
}
