package org.ganatelier.spec;

/** The pair of losses that the two networks minimise. */
public record Objective(Kind kind) {
    /**
     * The game that is played (Goodfellow et al. 2014, arXiv:1406.2661). s is D's score, sigma the
     * logistic function.
     */
    public enum Kind {
        /** D: -log sigma(s(x)) - log(1 - sigma(s(G(z)))). G: -log sigma(s(G(z))). */
        NON_SATURATING("Non-saturating"),
        /** D as above; G: log(1 - sigma(s(G(z)))), whose gradient vanishes when D is sure. */
        MINIMAX("Minimax");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The name in a menu. */
        public String title() {
            return title;
        }
    }
}
