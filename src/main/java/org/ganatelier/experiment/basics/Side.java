package org.ganatelier.experiment.basics;

/** One of the two players: the network that makes images, or the one that judges them. */
public enum Side {
    GENERATOR("generator", "G"),
    DISCRIMINATOR("discriminator", "D");

    private final String id;
    private final String letter;

    Side(String id, String letter) {
        this.id = id;
        this.letter = letter;
    }

    /** "generator" or "discriminator", as in files. */
    public String id() {
        return id;
    }

    /** "G" or "D", as in formulas. */
    public String letter() {
        return letter;
    }
}
