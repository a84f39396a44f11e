package org.ganatelier.experiment.basics;

/** One of the two players: the network that makes images, or the one that judges them. */
public enum Side {
    GENERATOR("Generator", "G"),
    DISCRIMINATOR("Discriminator", "D");

    private final String title;
    private final String letter;

    Side(String title, String letter) {
        this.title = title;
        this.letter = letter;
    }

    /** "Generator" or "Discriminator". */
    public String title() {
        return title;
    }

    /** "G" or "D", as in formulas. */
    public String letter() {
        return letter;
    }
}
