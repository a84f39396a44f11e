package org.ganatelier.plan.model;

/** A broken rule at its place, before fixes are sought. */
public record Finding(Problem.Place place, Violation violation) {}
