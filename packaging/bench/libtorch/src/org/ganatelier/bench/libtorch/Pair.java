package org.ganatelier.bench.libtorch;

/**
 * A generator and its discriminator, layer for layer those of assets/bench and of torch_gan.py.
 *
 * @param noise numbers that an image is made of
 */
record Pair(int noise, Network generator, Network discriminator) {
    static Pair of(String net, Layers make) {
        return switch (net) {
            case "mlp" -> mlp(make);
            case "classroom" -> convolutions(64, 16, make);
            case "dcgan" -> convolutions(100, 32, make);
            case "tutorial" -> tutorial(make);
            default ->
                    throw new IllegalArgumentException(
                            "--net must be one of mlp, classroom, dcgan, tutorial");
        };
    }

    private static Pair mlp(Layers make) {
        return new Pair(
                100,
                new Network(
                        make.linear(100, 256, true),
                        make.leakyRelu(0.2),
                        make.linear(256, 512, true),
                        make.leakyRelu(0.2),
                        make.linear(512, 784, true),
                        make.tanh(),
                        make.image(1, 28)),
                new Network(
                        make.flatten(),
                        make.linear(784, 512, true),
                        make.leakyRelu(0.2),
                        make.linear(512, 256, true),
                        make.leakyRelu(0.2),
                        make.linear(256, 1, true)));
    }

    private static Pair convolutions(int noise, int channels, Layers make) {
        int twice = 2 * channels;
        long flat = 49L * twice;
        return new Pair(
                noise,
                new Network(
                        make.linear(noise, flat, false),
                        make.batchNorm(flat),
                        make.relu(),
                        make.image(twice, 7),
                        make.up(twice, channels, 4, 2, 1, 0, false),
                        make.batchNorm(channels),
                        make.relu(),
                        make.up(channels, 1, 4, 2, 1, 0, true),
                        make.tanh()),
                new Network(
                        make.convolution(1, channels, 4, 2, 1, true),
                        make.leakyRelu(0.2),
                        make.convolution(channels, twice, 4, 2, 1, false),
                        make.batchNorm(twice),
                        make.leakyRelu(0.2),
                        make.flatten(),
                        make.linear(flat, 1, true)));
    }

    private static Pair tutorial(Layers make) {
        return new Pair(
                100,
                new Network(
                        make.linear(100, 12544, false),
                        make.batchNorm(12544),
                        make.leakyRelu(0.3),
                        make.image(256, 7),
                        make.up(256, 128, 5, 1, 2, 0, false),
                        make.batchNorm(128),
                        make.leakyRelu(0.3),
                        make.up(128, 64, 5, 2, 2, 1, false),
                        make.batchNorm(64),
                        make.leakyRelu(0.3),
                        make.up(64, 1, 5, 2, 2, 1, false),
                        make.tanh()),
                new Network(
                        make.convolution(1, 64, 5, 2, 2, true),
                        make.leakyRelu(0.3),
                        make.dropout(0.3),
                        make.convolution(64, 128, 5, 2, 2, true),
                        make.leakyRelu(0.3),
                        make.dropout(0.3),
                        make.flatten(),
                        make.linear(6272, 1, true)));
    }
}
