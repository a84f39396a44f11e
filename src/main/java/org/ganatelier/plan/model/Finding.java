package org.ganatelier.plan.model;

/** A fault at its place, before remedies are sought. */
public record Finding(Problem.Place place, Violation fault) {}
