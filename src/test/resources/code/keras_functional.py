from tensorflow import keras
from tensorflow.keras import layers as L


def downsample(filters, size, apply_norm=True):
    result = keras.Sequential()
    result.add(L.Conv2D(filters, size, strides=2, padding="same", use_bias=False))
    if apply_norm:
        result.add(L.BatchNormalization())
    result.add(L.LeakyReLU())
    return result


def generator_model(z_dim=64):
    z = L.Input((z_dim,))
    x = L.Dense(7 * 7 * 32, activation="relu")(z)
    x = L.Reshape((7, 7, 32))(x)
    for filters in [16, 8]:
        x = L.UpSampling2D()(x)
        x = L.Conv2D(filters, 3, padding="same")(x)
        x = L.Activation("relu")(x)
    out = L.Conv2D(1, 3, padding="same", activation="tanh")(x)
    return keras.Model(inputs=z, outputs=out)


def critic_model():
    image = L.Input(shape=(28, 28, 1))
    x = downsample(16, 4, apply_norm=False)(image)
    x = downsample(32, 4)(x)
    x = L.Flatten()(x)
    score = L.Dense(1)(x)
    return keras.Model(image, score)


g = generator_model()
c = critic_model()
