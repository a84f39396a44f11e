package org.ganatelier.cli;

import org.ganatelier.train.Benchmark;
import org.ganatelier.train.JudgeTrainer;
import org.ganatelier.train.Trainer;

/** What the commands compute with. */
public record Engines(Trainer trainer, JudgeTrainer judges, Benchmark benchmark) {}
