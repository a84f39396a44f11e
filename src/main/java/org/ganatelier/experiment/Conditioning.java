package org.ganatelier.experiment;

/**
 * Whether both networks are told which class an image is of, and how D is told: a conditional GAN.
 * G always finds its class beside the noise, as a one-hot vector joined to z. In the formulas y is
 * the class, x an image, s D's score.
 */
public enum Conditioning {
    /** Nobody is told anything. */
    NONE(
            "None",
            "G(z), s(x)",
            "The networks are told nothing of classes: which one G draws is left to chance.",
            "Goodfellow et al. 2014, arXiv:1406.2661"),
    /** D finds the class in constant planes beside the image's own channels, one for each class. */
    CHANNELS(
            "Label channels",
            "G([z, onehot(y)]), s([x, planes(y)])",
            "Conditional GAN: G draws the class it is told beside the noise, and D finds the class"
                    + " as a plane of ones among planes of zeros behind the image's channels.",
            "Mirza and Osindero 2014, arXiv:1411.1784"),
    /**
     * D's score grows by the product of a learnt vector of the class, its embedding, and phi, which
     * is what goes into D's last layer, a dense one of one unit.
     */
    PROJECTION(
            "Projection",
            "G([z, onehot(y)]), s(x, y) = wᵀφ(x) + b + embedding(y)ᵀφ(x)",
            "Conditional GAN: G draws the class it is told beside the noise, and D learns a vector"
                    + " for each class, its embedding, whose product with the image's features is"
                    + " added to the score.",
            "Miyato and Koyama 2018, arXiv:1802.05637");

    private final String title;
    private final String formula;
    private final String meaning;
    private final String paper;

    Conditioning(String title, String formula, String meaning, String paper) {
        this.title = title;
        this.formula = formula;
        this.meaning = meaning;
        this.paper = paper;
    }

    /** The name in a menu. */
    public String title() {
        return title;
    }

    /** What each network computes. */
    public String formula() {
        return formula;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }

    /** Where it comes from. */
    public String paper() {
        return paper;
    }
}
