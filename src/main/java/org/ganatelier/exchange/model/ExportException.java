package org.ganatelier.exchange.model;

import java.util.List;

/** A model that cannot be written in a format; nothing was written. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Obstacle> obstacles;

    /**
     * @param obstacles what the format cannot express, at least one thing
     */
    public ExportException(List<Obstacle> obstacles) {
        super(obstacles.toString());
        this.obstacles = List.copyOf(obstacles);
    }

    /** What the format cannot express. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
