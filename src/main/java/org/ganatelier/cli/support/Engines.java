package org.ganatelier.cli.support;

import org.ganatelier.train.Benchmark;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.StockModels;
import org.ganatelier.train.Trainer;

/** What the commands compute with. */
public record Engines(
        Trainer trainer,
        ClassifierTrainer classifiers,
        Benchmark benchmark,
        StockModels stockModels) {}
