package org.ganatelier.data;

/** The bundled sets by name. */
public final class Sets {
    public static final BundledSet MNIST = Catalog.find("mnist").orElseThrow();
    public static final BundledSet FASHION = Catalog.find("fashion-mnist").orElseThrow();

    private Sets() {}
}
