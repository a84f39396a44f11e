package org.ganatelier;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.widget.Drawer;

import java.util.Arrays;
import java.util.stream.Stream;

/** Which package may know which: the arrows between the program's parts. */
@AnalyzeClasses(packages = "org.ganatelier", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String ROOT = "org.ganatelier.";

    @ArchTest
    static final ArchRule experimentKnowsNobody =
            only("experiment")
                    .because("what the user wants must not depend on what is possible or how");

    @ArchTest
    static final ArchRule theLogKnowsNobody =
            only("log").because("it begins before all else, and whoever fails can log");

    @ArchTest
    static final ArchRule oneWindowForEachUserKnowsFilesOnly =
            only("instance", "files")
                    .because("a start hands its file over before anything else is loaded");

    @ArchTest
    static final ArchRule experimentIsPlainJava =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "experiment..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", ROOT + "experiment..")
                    .because(
                            "an experiment can be used anywhere, in any thread, without a library");

    @ArchTest
    static final ArchRule filesIsPlainJava =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "files..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", ROOT + "files..")
                    .because("how a file is written does not depend on what it holds");

    @ArchTest
    static final ArchRule planKnowsTheExperiment =
            only("plan", "experiment").because("planning is a pure function of the experiment");

    @ArchTest
    static final ArchRule checkingKnowsNoFixes =
            only("plan.check", "plan.memory", "plan.model", "experiment")
                    .because("what is wrong must not depend on what could be done about it");

    @ArchTest
    static final ArchRule memoryIsCountedFromThePlan =
            only("plan.memory", "plan.model", "experiment")
                    .because("what a run holds follows from its shapes, whatever is wrong");

    @ArchTest
    static final ArchRule planModelIsWordsOnly =
            only("plan.model", "experiment")
                    .because("checks and fixes share its values and do not share each other");

    @ArchTest
    static final ArchRule dataKnowsTheExperiment =
            only("data", "files", "experiment")
                    .because("samples are read the same whoever uses them");

    @ArchTest
    static final ArchRule trainKnowsPlanAndData =
            only("train", "plan", "data", "experiment")
                    .because("a run is described without an engine, a window or a file format");

    @ArchTest
    static final ArchRule theEngineCarriesOutTrain =
            only("engine", "train", "plan", "data", "experiment")
                    .because("the engine trains without a window, a file format or a session");

    @ArchTest
    static final ArchRule measureKnowsImages =
            only("measure", "train", "data", "experiment")
                    .because("how good images are does not depend on who asks");

    @ArchTest
    static final ArchRule latentKnowsTheExperiment =
            only("latent", "data", "experiment").because("walking in z is arithmetic on noise");

    @ArchTest
    static final ArchRule coachReadsTheRecord =
            only("coach", "measure", "train", "data", "experiment")
                    .because("advice is a function of history, scores and the experiment");

    @ArchTest
    static final ArchRule exchangeWrites =
            only("exchange", "files", "train", "plan", "data", "experiment")
                    .because("a writer is handed what it writes");

    @ArchTest
    static final ArchRule projectKeepsExperimentsAndCheckpoints =
            only("project", "files", "train", "data", "plan", "experiment")
                    .because("a file must be readable without a window and without an engine");

    @ArchTest
    static final ArchRule checkpointsAreProjectFiles =
            only("checkpoints", "project", "files", "train", "experiment")
                    .because("which states are kept is decided without a window or an engine");

    @ArchTest
    static final ArchRule sweepsKnowTheEngineByItsNameOnly =
            only(
                            "sweep",
                            "train",
                            "plan",
                            "data",
                            "measure",
                            "exchange",
                            "project",
                            "files",
                            "experiment")
                    .because("cells are trained without a window, a terminal or a cluster");

    @ArchTest
    static final ArchRule textKnowsFacts =
            only(
                            "text",
                            "train",
                            "plan",
                            "data",
                            "measure",
                            "coach",
                            "exchange",
                            "project",
                            "session",
                            "sweep",
                            "experiment")
                    .because("it turns the facts of every lower part into sentences");

    @ArchTest
    static final ArchRule onlyTheWindowAndTheCommandLineSpeak =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "text..")
                    .should()
                    .onlyBeAccessed()
                    .byAnyPackage(ROOT + "text..", ROOT + "ui..", ROOT + "cli..", "org.ganatelier")
                    .because("facts travel, and become words where somebody reads them");

    @ArchTest
    static final ArchRule sessionStandsAboveAllButTheWindow =
            only(
                            "session",
                            "train",
                            "plan",
                            "data",
                            "measure",
                            "latent",
                            "coach",
                            "exchange",
                            "sweep",
                            "checkpoints",
                            "project",
                            "log",
                            "files",
                            "experiment")
                    .because("the session is what the window shows, and must not know how");

    @ArchTest
    static final ArchRule theCommandLineHasNoSession =
            only(
                            "cli",
                            "sweep",
                            "train",
                            "plan",
                            "data",
                            "measure",
                            "latent",
                            "coach",
                            "exchange",
                            "checkpoints",
                            "project",
                            "files",
                            "text",
                            "experiment")
                    .because("the command line runs the same engine without a window");

    @ArchTest
    static final ArchRule theWindowReachesFilesAndEngineThroughTheSession =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "ui..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            ROOT + "project..",
                                            ROOT + "engine..",
                                            ROOT + "cli..",
                                            "org.ganatelier")
                                    .and(not(resideInAPackage(ROOT + "project.sweep.."))))
                    .because(
                            "a view shows a session; files and engines are the session's matter,"
                                    + " while what a sweep varies are plain values");

    @ArchTest
    static final ArchRule onePanelDoesNotKnowAnother =
            slices().matching(ROOT + "ui.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            resideInAPackage(ROOT + "ui.."),
                            resideInAnyPackage(
                                    ROOT + "ui.panel..",
                                    ROOT + "ui.widget..",
                                    ROOT + "ui.layers.."))
                    .ignoreDependency(
                            resideInAPackage(ROOT + "ui.shell.."), resideInAPackage(ROOT + "ui.."))
                    .because(
                            "what panels share is a widget, and what they tell each other is in the"
                                    + " session");

    @ArchTest
    static final ArchRule oneListNamesThePanels =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "ui.shell..")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "ui.shell.Panels")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "ui.shell.SweepWindow")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOT + "ui..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            ROOT + "ui.shell..",
                                                            ROOT + "ui.panel..",
                                                            ROOT + "ui.widget.."))))
                    .because(
                            "a panel joins by its own folder and one line of the list, and sweeps"
                                    + " by a window of their own");

    @ArchTest
    static final ArchRule theListKnowsOfAFolderItsPanelOnly =
            noClasses()
                    .that()
                    .haveFullyQualifiedName(ROOT + "ui.shell.Panels")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOT + "ui..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            ROOT + "ui.shell..",
                                                            ROOT + "ui.panel..")))
                                    .and(not(assignableTo(Panel.class)))
                                    .and(not(assignableTo(Drawer.class))))
                    .because("all else in the folder is the panel's own matter");

    @ArchTest
    static final ArchRule aPanelKnowsNothingOfItsPlace =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "ui.panel..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOT + "ui..")
                                    .and(not(resideInAPackage(ROOT + "ui.panel.."))))
                    .because("what a panel is does not depend on those that there are");

    @ArchTest
    static final ArchRule theEngineIsNamedWhereTheProgramIsPutTogether =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "engine..")
                    .should()
                    .onlyBeAccessed()
                    .byAnyPackage("org.ganatelier", ROOT + "engine..")
                    .because("another engine must be able to take its place");

    @ArchTest
    static final ArchRule onlyTwoPackagesNameDl4j =
            noClasses()
                    .that(not(resideInAnyPackage(ROOT + "engine.nd4j..", ROOT + "engine.stock..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                    .because("native memory stays home: nothing else may touch an INDArray");

    @ArchTest
    static final ArchRule onlyOnePackageNamesSpark =
            noClasses()
                    .that(not(resideInAPackage(ROOT + "spark..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.spark..", ROOT + "spark..")
                    .because("the desktop program has no cluster, and none of its libraries");

    @ArchTest
    static final ArchRule onlyTheWindowNamesJavaFx =
            noClasses()
                    .that(
                            not(
                                    resideInAnyPackage(
                                            "org.ganatelier", ROOT + "session..", ROOT + "ui..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                    .because("the command line must run where there is no display");

    @ArchTest
    static final ArchRule theSessionHasNoControls =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "session..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx.scene..",
                            "javafx.stage..",
                            "atlantafx..",
                            "org.controlsfx..",
                            "org.kordamp..")
                    .because("it is tested without a toolkit: it holds properties, not controls");

    @ArchTest
    static final ArchRule onlyProjectDataAndExchangeNameJackson =
            noClasses()
                    .that(
                            not(
                                    resideInAnyPackage(
                                            ROOT + "project..",
                                            ROOT + "data..",
                                            ROOT + "exchange..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                    .because(
                            "experiments are written in one place, bundled sets described beside"
                                    + " them, and other programs' files are JSON in part");

    @ArchTest
    static final ArchRule onlyTheCommandLineNamesPicocli =
            noClasses()
                    .that(not(resideInAnyPackage("org.ganatelier", ROOT + "cli..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..")
                    .because("options are the command line's matter");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching(ROOT + "(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("each part can then be understood without those above it");

    @ArchTest
    static final ArchRule staticsAreConstants =
            fields().that()
                    .areStatic()
                    .should()
                    .beFinal()
                    .andShould()
                    .notHaveRawType(
                            resideInAnyPackage("java.util.concurrent.atomic..", "javafx.beans.."))
                    .because("a mutable static is an input that no signature shows");

    /** The classes of a part of the program know no other part than those named. */
    private static ArchRule only(String part, String... others) {
        String[] allowed =
                Stream.concat(Stream.of(part), Arrays.stream(others))
                        .map(name -> ROOT + name + "..")
                        .toArray(String[]::new);
        var foreign = resideInAPackage("org.ganatelier..").and(not(resideInAnyPackage(allowed)));
        return noClasses()
                .that()
                .resideInAPackage(ROOT + part + "..")
                .should()
                .dependOnClassesThat(foreign)
                .allowEmptyShould(true);
    }
}
