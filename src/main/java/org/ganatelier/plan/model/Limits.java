package org.ganatelier.plan.model;

/**
 * How much an experiment may ask for, so that no slider can freeze the program or end it for lack
 * of memory. Each is well above what a GAN for small images needs.
 */
public final class Limits {
    /** Units of a dense layer: DCGAN's first layer (4×4×1024 values) is the largest in use. */
    public static final int UNITS = 16_384;

    /** Filters of a convolution: the most in the DCGAN paper. */
    public static final int FILTERS = 1_024;

    /** Side of a kernel or pooling window: larger than the images that a processor can train on. */
    public static final int WINDOW = 32;

    /** Stride or factor of enlargement: a window that moves by its own size. */
    public static final int STRIDE = WINDOW;

    /** Layers in one network: far more than train without residual connections. */
    public static final int LAYERS = 64;

    /** Numbers a layer gives for one sample: a batch of 64 takes 256 MB of them. */
    public static final int VALUES = 1 << 20;

    /** Numbers in one image of the data: 128×128 pixels; larger ones need a graphics card. */
    public static final int IMAGE_VALUES = 16_384;

    /** Weights of one network: about as many as fit into a run's memory. */
    public static final long PARAMETERS = 8_000_000;

    /**
     * Bytes that a run may hold on the heap, and as many again outside: what the heap of 768 MB
     * leaves beside the data, the classifier and the window.
     */
    public static final long RUN_BYTES = 512L << 20;

    /** Images in a batch: beyond it a step of the smallest network is no longer watchable. */
    public static final int BATCH = 1_024;

    /** Length of the noise vector: twice StyleGAN's. */
    public static final int LATENT = 1_024;

    /** Classes that networks are told apart: as many as CIFAR-100 has. */
    public static final int CLASSES = 100;

    private Limits() {}
}
