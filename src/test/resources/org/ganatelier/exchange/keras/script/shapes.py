"""Reads the functions build_generator and build_discriminator of scripts without running them.

For each script it prints the shape that the network makes and how many numbers its layers have, by
Keras's documented rules. It needs nothing but Python.
"""

import ast
import sys

NAMES = {"None": None, "True": True, "False": False}


class Network:
    """Follows the calls of one function, with the shape of each variable."""

    def __init__(self):
        self.shapes = {}
        self.numbers = 0

    def value(self, node):
        try:
            return ast.literal_eval(node)
        except ValueError:
            return ast.unparse(node)

    def call(self, node, given):
        """The shape that a layer makes of those given."""
        if isinstance(node.func, ast.Name) and node.func.id == "normalized":
            return self.call(node.args[0], given)
        name = ast.unparse(node.func).replace("layers.", "")
        args = [self.value(arg) for arg in node.args]
        words = {word.arg: self.value(word.value) for word in node.keywords}
        return getattr(self, name)(given, *args, **words)

    def window(self, size, window, strides, padding):
        if padding == "same":
            return -(-size // strides)
        assert padding == "valid" and size >= window, (size, window, padding)
        return (size - window) // strides + 1

    def Dense(self, x, units, use_bias=True, activation=None, name=None, kernel_initializer=None):
        (inputs,) = x
        self.numbers += inputs * units + units * use_bias
        return (units,)

    def Conv2D(self, x, filters, kernel, strides=1, padding="valid", dilation_rate=1,
               use_bias=True, activation=None, kernel_initializer=None):
        height, width, channels = x
        assert strides == 1 or dilation_rate == 1
        reach = 1 + dilation_rate * (kernel - 1)
        self.numbers += kernel * kernel * channels * filters + filters * use_bias
        return tuple(self.window(s, reach, strides, padding) for s in (height, width)) + (filters,)

    def Conv2DTranspose(self, x, filters, kernel, strides=1, padding="valid", use_bias=True,
                        activation=None, kernel_initializer=None):
        height, width, channels = x
        self.numbers += kernel * kernel * channels * filters + filters * use_bias
        more = 0 if padding == "same" else max(kernel - strides, 0)
        return height * strides + more, width * strides + more, filters

    def DepthwiseConv2D(self, x, kernel, strides=1, padding="valid", depth_multiplier=1,
                        use_bias=True, activation=None, depthwise_initializer=None):
        height, width, channels = x
        out = channels * depth_multiplier
        self.numbers += kernel * kernel * out + out * use_bias
        return tuple(self.window(s, kernel, strides, padding) for s in (height, width)) + (out,)

    def SeparableConv2D(self, x, filters, kernel, strides=1, padding="valid", depth_multiplier=1,
                        use_bias=True, activation=None, depthwise_initializer=None,
                        pointwise_initializer=None):
        between = self.DepthwiseConv2D(x, kernel, strides, padding, depth_multiplier, False)
        return self.Conv2D(between, filters, 1, use_bias=use_bias)

    def BatchNormalization(self, x, momentum=0.99, epsilon=1e-3, gamma_initializer=None):
        self.numbers += 4 * x[-1]
        return x

    def GroupNormalization(self, x, groups=32, epsilon=1e-3):
        assert groups == 1 and len(x) == 3
        self.numbers += 2 * x[-1]
        return x

    def LayerNormalization(self, x, epsilon=1e-3):
        assert len(x) == 1  # of an image it would take each pixel by itself
        self.numbers += 2 * x[-1]
        return x

    def PReLU(self, x, shared_axes=None, alpha_initializer=None):
        assert shared_axes == ([1, 2] if len(x) == 3 else None)
        self.numbers += x[-1]
        return x

    def same(self, x, *_):
        return x

    ReLU = Activation = Dropout = GaussianNoise = same

    def LeakyReLU(self, x, slope=None, negative_slope=None):
        assert (slope is None) != (negative_slope is None)
        return x

    def MinibatchStdDev(self, x, size):
        return x[:-1] + (x[-1] + 1,)

    def UpSampling2D(self, x, size):
        height, width = (size, size) if isinstance(size, int) else size
        return x[0] * height, x[1] * width, x[2]

    def Reshape(self, x, shape):
        assert count(x) == count(shape)
        return shape

    def Permute(self, x, order):
        assert sorted(order) == list(range(1, len(x) + 1))
        return tuple(x[i - 1] for i in order)

    def Flatten(self, x):
        return (count(x),)

    def sides(self, amount):
        return ((amount, amount), (amount, amount)) if isinstance(amount, int) else amount

    def ZeroPadding2D(self, x, padding):
        (top, bottom), (left, right) = self.sides(padding)
        return x[0] + top + bottom, x[1] + left + right, x[2]

    def Cropping2D(self, x, cropping):
        (top, bottom), (left, right) = self.sides(cropping)
        assert min(top, bottom, left, right) >= 0
        return x[0] - top - bottom, x[1] - left - right, x[2]

    def pooled(self, x, pool, strides=None, padding="valid"):
        return tuple(self.window(s, pool, strides or pool, padding) for s in x[:2]) + x[2:]

    MaxPooling2D = AveragePooling2D = pooled

    def GlobalMaxPooling2D(self, x):
        return x[2:]

    GlobalAveragePooling2D = GlobalMaxPooling2D

    def Concatenate(self, x):
        assert all(each[:-1] == x[0][:-1] for each in x)
        return x[0][:-1] + (sum(each[-1] for each in x),)

    def Add(self, x):
        assert all(each == x[0] for each in x)
        return x[0]

    def Dot(self, x, axes):
        assert axes == 1 and x[0] == x[1] and len(x[0]) == 1
        return (1,)

    def expression(self, node):
        """The shape of what stands on the right side of an assignment, or in a list."""
        if isinstance(node, ast.Name):
            return self.shapes[node.id]
        if isinstance(node, ast.List):
            return [self.expression(each) for each in node.elts]
        text = ast.unparse(node.func)
        if text == "keras.Input":
            return self.value(node.args[0])
        if text == "keras.Model":
            return self.expression(node.args[1])
        if text == "keras.Sequential":
            first, *others = node.args[0].elts
            shape = self.expression(first)
            for layer in others:
                shape = self.call(layer, shape)
            return shape
        return self.call(node.func, self.expression(node.args[0]))

    def run(self, function):
        for line in function.body[1:]:  # behind what it says of itself
            if isinstance(line, ast.Return):
                return self.expression(line.value)
            self.shapes[line.targets[0].id] = self.expression(line.value)


def count(shape):
    product = 1
    for side in shape:
        product *= side
    return product


for path in sys.stdin.read().split():
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name.startswith("build_"):
            network = Network()
            shape = network.run(function)
            print(path, function.name[6:], "x".join(map(str, shape)), network.numbers)
