import tensorflow as tf
from tensorflow.keras import layers
import numpy as np

# Generator
def build_generator():
    model = tf.keras.Sequential()
    model.add(layers.Dense(128, input_dim=100, activation='relu'))
    model.add(layers.Reshape((28, 28, 1)))
    model.add(layers.Conv2DTranspose(64, (5, 5), strides=(2, 2), padding='same'))
    model.add(layers.LeakyReLU())
    model.add(layers.Conv2DTranspose(32, (5, 5), strides=(2, 2), padding='same'))
    model.add(layers.LeakyReLU())
    model.add(layers.Conv2D(1, (5, 5), padding='same', activation='tanh'))
    return model

def build_discriminator():
    model = tf.keras.Sequential()
    model.add(layers.Conv2D(64, (5, 5), strides=(2, 2), padding='same', input_shape=(28, 28, 1)))
    model.add(layers.LeakyReLU())
    model.add(layers.MaxPooling2D(pool_size=(2, 2)))
    model.add(layers.Conv2D(128, (5, 5), strides=(2, 2), padding='same'))
    model.add(layers.LeakyReLU())
    model.add(layers.Flatten())
    model.add(layers.Dense(1, activation='sigmoid'))
    return model

generator = build_generator()
discriminator = build_discriminator()
generator.compile(optimizer='adam', loss='binary_crossentropy')
discriminator.compile(optimizer='adam', loss='binary_crossentropy')

epochs = 50
batch_size = 100
for epoch in range(epochs):
    for batch in range(100):
        noise = np.random.normal(0, 1, (batch_size, 100))
        fake_image = generator(noise)
        real_image = np.random.normal(0, 1, (28, 28, 1))
        discriminator_loss = discriminator([real_image, fake_image])
        generator_loss = generator([noise, real_image])
        discriminator.optimizer.apply_gradients([(discriminator_loss, discriminator.trainable_variables)])
        generator.optimizer.apply_gradients([(generator_loss, generator.trainable_variables)])
    print(f"Epoch {epoch}, D {discriminator_loss}")
