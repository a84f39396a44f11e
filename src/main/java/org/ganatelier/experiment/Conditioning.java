package org.ganatelier.experiment;

/**
 * Whether both networks are told which class an image is of, and how D is told: a conditional GAN.
 * G always finds its class beside the noise, as a one-hot vector joined to z. In the formulas y is
 * the class, x an image, s D's score.
 */
public enum Conditioning {
    /** Nobody is told anything. */
    NONE("none", "G(z), s(x)", "Goodfellow et al. 2014, arXiv:1406.2661"),
    /** D finds the class in constant planes beside the image's own channels, one for each class. */
    CHANNELS(
            "channels",
            "G([z, onehot(y)]), s([x, planes(y)])",
            "Mirza and Osindero 2014, arXiv:1411.1784"),
    /**
     * D's score grows by the product of a learnt vector of the class, its embedding, and phi, which
     * is what goes into D's last layer, a dense one of one unit.
     */
    PROJECTION(
            "projection",
            "G([z, onehot(y)]), s(x, y) = wᵀφ(x) + b + embedding(y)ᵀφ(x)",
            "Miyato and Koyama 2018, arXiv:1802.05637");

    private final String id;
    private final String formula;
    private final String paper;

    Conditioning(String id, String formula, String paper) {
        this.id = id;
        this.formula = formula;
        this.paper = paper;
    }

    /** In keys of messages. */
    public String id() {
        return id;
    }

    /** What each network computes. */
    public String formula() {
        return formula;
    }

    /** Where it comes from. */
    public String paper() {
        return paper;
    }
}
