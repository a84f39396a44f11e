package org.ganatelier.exchange.keras.script;

/** A layer that Keras does not have: minibatch standard deviation. */
final class DeviationCode {
    private static final String HEAD =
            """
            class MinibatchStdDev(layers.Layer):
                \"""Adds one channel: how much the samples of a group differ (arXiv:1710.10196).\"""

                def __init__(self, size, **kwargs):
                    super().__init__(**kwargs)
                    self.size = size

                def get_config(self):
                    return {**super().get_config(), "size": self.size}

                def compute_output_shape(self, shape):
                    return (*shape[:-1], shape[-1] + 1)

                def call(self, x):
            """;

    private static final String KERAS =
            """
                    n = ops.shape(x)[0]
                    groups = ops.maximum(1, n // self.size)
                    group = ops.arange(n) % groups  # sample i belongs to group i % groups
                    same = ops.cast(ops.equal(group[:, None], group[None, :]), "float32")
                    same = same / ops.sum(same, axis=1, keepdims=True)
                    values = ops.reshape(x, (n, -1))
                    distance = values - ops.matmul(same, values)  # from the mean of its group
                    variance = ops.matmul(same, ops.square(distance))
                    spread = ops.mean(ops.sqrt(variance + 1e-8), axis=1)
                    spread = ops.reshape(spread, (n,) + (1,) * (len(x.shape) - 1))
                    return ops.concatenate([x, spread * ops.ones_like(x[..., :1])], axis=-1)
            """;

    private static final String TENSORFLOW =
            """
                    n = tf.shape(x)[0]
                    groups = tf.maximum(1, n // self.size)
                    group = tf.range(n) % groups  # sample i belongs to group i % groups
                    same = tf.cast(tf.equal(group[:, None], group[None, :]), tf.float32)
                    same = same / tf.reduce_sum(same, axis=1, keepdims=True)
                    values = tf.reshape(x, (n, -1))
                    distance = values - tf.matmul(same, values)  # from the mean of its group
                    variance = tf.matmul(same, tf.square(distance))
                    spread = tf.reduce_mean(tf.sqrt(variance + 1e-8), axis=1)
                    spread = tf.reshape(spread, (n,) + (1,) * (len(x.shape) - 1))
                    return tf.concat([x, spread * tf.ones_like(x[..., :1])], axis=-1)
            """;

    private DeviationCode() {}

    static String of(Dialect dialect) {
        String call =
                switch (dialect) {
                    case KERAS -> KERAS;
                    case TENSORFLOW -> TENSORFLOW;
                };
        return HEAD + call.indent(8);
    }
}
