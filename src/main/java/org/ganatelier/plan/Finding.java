package org.ganatelier.plan;

/** A fault at its place, before remedies are sought. */
record Finding(Problem.Place place, Fault fault) {}
