package org.ganatelier.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.ganatelier.data.Dataset;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What trains the next run: the engine with its own layers, or with those of the library that it
 * stands on. A run that goes on keeps those that it began with. The choice belongs to the FX
 * thread, and is read on any.
 */
final class ChosenTrainer {
    private final Trainer own;
    private final Trainer stock;
    private final BooleanProperty stockLayers = new SimpleBooleanProperty();

    /** The same choice, for threads that may not read a property. */
    private volatile boolean isStock;

    ChosenTrainer(Trainer own) {
        this.own = own;
        stock = own.withStockLayers();
        stockLayers.subscribe(chosen -> isStock = chosen);
    }

    /** Whether the library's layers are chosen. */
    BooleanProperty stockLayersProperty() {
        return stockLayers;
    }

    private Trainer now() {
        return isStock ? stock : own;
    }

    /** See {@link Trainer#start}. */
    Run start(
            Plan plan,
            Dataset data,
            Optional<Checkpoint> from,
            RunOptions options,
            Consumer<RunEvent> listener) {
        return now().start(plan, data, from, options, listener);
    }

    /** See {@link Trainer#stepsPerSecond}. */
    OptionalDouble stepsPerSecond(Plan plan, Duration budget, BooleanSupplier left) {
        return now().stepsPerSecond(plan, OptionalInt.empty(), budget, left);
    }
}
