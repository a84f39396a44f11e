#!/usr/bin/python3
"""Trains the networks of assets/bench for a few steps in PyTorch and writes down where their weights end.

Made with PyTorch 1.13 (Debian 12's python3-torch). Run from anywhere; writes src/test/resources/fixtures/*.steps, which
TorchFixtureTest reads. Initial weights, noise and images come from a generator that the test has too (SplitMix64).

The semantics are the program's own: Keras's "same" padding (with an odd sum the larger half after the image); the images
that D is taught with serve G's turn too; D sees real and generated images apart, each with batch statistics of its own;
running variances are biased; D's running statistics do not follow G's turn. Dropout is left out: its masks are drawn by
each side's own generator. Of the classroom nets there are two more files, where both networks are told one of ten labels:
as constant planes beside D's image (channels), or by a projection. The rates are 3% of the files': with the full ones, rounding decides the sign of so many of Adam's first updates that
after 20 steps float32 and float64 are up to a third of the way apart, and a comparison would show nothing.

The run in float64 is what is written. How far runs in float32 end from it is what float32 can reach, and is written too,
as the measure of what to allow: the farthest of several, whose initial weights differ in their last bit, since now and
then rounding puts a value on the other side of a rectifier's kink.

A file, big-endian: int32 batch, int32 steps; for each step float64 D's loss, G's loss; float64 largest float32 error of a
loss; int32 arrays; for each array: int16 length and characters of its name, int32 values, then as float64: mean of the
way gone (end minus start), root mean square of it, root mean square and largest float32 error, and up to 64 end values,
those at index i * values / 64.
"""
import json, os, struct
import numpy as np, torch, torch.nn.functional as F

ROOT = os.path.join(os.path.dirname(os.path.realpath(__file__)), '..', '..', '..')
BATCH, STEPS, SAMPLES, RATES, ROUGH = 8, 20, 64, 0.03, 5
NOISE, IMAGES = 1000, 2000      # streams; those of weights count from 0
CLASSES = 10
torch.set_num_threads(1)


def uniform(stream, count):
    """SplitMix64 (Steele et al. 2014): float32 values of 24 bits in [-1, 1)."""
    with np.errstate(over='ignore'):
        z = np.uint64(stream) * np.uint64(0xD1B54A32D192ED03) \
            + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return ((z >> np.uint64(40)).astype(np.float64) / 2 ** 23 - 1).astype(np.float32)


def initial(name, shape, stream):
    values = uniform(stream, int(np.prod(shape)))
    kind = name.split('.')[-1]
    if kind in ('weight', 'embedding'):
        values = values * np.float32(np.sqrt(6 / ((shape[0] + shape[1]) * np.prod(shape[2:]))))
    elif kind in ('bias', 'beta'):
        values = values * np.float32(0.1)
    elif kind == 'gamma':
        values = values * np.float32(0.1) + np.float32(1)
    elif kind == 'mean':
        values[:] = 0
    elif kind == 'variance':
        values[:] = 1
    return values.reshape(shape)


def shapes(layers, size):
    """Names and shapes of a network's arrays, as the program names and lays them out."""
    for i, layer in enumerate(layers):
        kind = layer['type']
        if kind == 'Dense':
            yield '%d.weight' % i, (int(np.prod(size)), layer['units'])
            if layer['bias']: yield '%d.bias' % i, (layer['units'],)
            size = (layer['units'],)
        elif kind == 'Conv2D':
            yield '%d.weight' % i, (layer['filters'], size[0], layer['kernel'], layer['kernel'])
            if layer['bias']: yield '%d.bias' % i, (layer['filters'],)
            size = (layer['filters'], -(-size[1] // layer['stride']), -(-size[2] // layer['stride']))
        elif kind == 'Conv2DTranspose':
            yield '%d.weight' % i, (size[0], layer['filters'], layer['kernel'], layer['kernel'])
            if layer['bias']: yield '%d.bias' % i, (layer['filters'],)
            size = (layer['filters'], size[1] * layer['stride'], size[2] * layer['stride'])
        elif kind == 'BatchNorm':
            for name in ('gamma', 'beta', 'mean', 'variance'): yield '%d.%s' % (i, name), (size[0],)
        elif kind == 'Reshape':
            height, width, channels = layer['target']
            size = (channels, height, width)
        elif kind == 'Flatten':
            size = (int(np.prod(size)),)
        else:
            raise ValueError(kind)


def labels(factor, step): return torch.tensor([(factor * i + step) % CLASSES for i in range(BATCH)])


def real_labels(step): return labels(7, step)


def made_labels(step): return labels(3, 2 * step)


def joined(x, y):
    """A vector with a one-hot label behind it, or an image with a plane for each class."""
    told = F.one_hot(y, CLASSES).to(x.dtype)
    return torch.cat([x, told if x.dim() == 2 else told[:, :, None, None].expand(-1, -1, *x.shape[2:])], 1)


def judged(layers, p, x, y, conditioning, statistics):
    """D's score of images of these classes."""
    if conditioning == 'channels': x = joined(x, y)
    if conditioning != 'projection': return forward(layers, p, x, statistics)
    phi, last = forward(layers[:-1], p, x, statistics), len(layers) - 1
    own = {name.replace('%d.' % last, '0.'): v for name, v in p.items() if name.startswith('%d.' % last)}
    return forward(layers[-1:], own, phi, {}) + (p['%d.embedding' % last][y] * phi).sum(1, keepdim=True)


def judge_shapes(layers, conditioning):
    size = (1 + CLASSES, 28, 28) if conditioning == 'channels' else (1, 28, 28)
    result = list(shapes(layers, size))
    if conditioning == 'projection':
        name, (features, _) = [(n, s) for n, s in result if n.endswith('.weight')][-1]
        result.append((name.replace('weight', 'embedding'), (CLASSES, features)))
    return result


def before(total): return max(total, 0) // 2


def activated(x, a):
    if a == 'Linear': return x
    if a == 'ReLU': return F.relu(x)
    if a == 'Tanh': return torch.tanh(x)
    return F.leaky_relu(x, {'LeakyReLU': a}[a['type']]['slope'])


def forward(layers, p, x, statistics):
    """The network's output; the batch's own statistics by layer are added to a dictionary."""
    for i, layer in enumerate(layers):
        kind, w, b = layer['type'], p.get('%d.weight' % i), p.get('%d.bias' % i)
        if kind == 'Dense':
            x = x @ w if b is None else x @ w + b
        elif kind == 'Conv2D':
            assert layer['padding'] == 'same'
            n, k, s = x.shape[2], layer['kernel'], layer['stride']
            total = max((-(-n // s) - 1) * s + k - n, 0)
            x = F.conv2d(F.pad(x, (before(total), total - before(total)) * 2), w, b, s)
        elif kind == 'Conv2DTranspose':
            assert layer['padding'] == 'same' and layer['kernel'] >= layer['stride']
            n, k, s = x.shape[2], layer['kernel'], layer['stride']
            first = before(k - s)
            x = F.conv_transpose2d(x, w, b, s)[:, :, first:first + n * s, first:first + n * s]
        elif kind == 'BatchNorm':
            axes = [0] if x.dim() == 2 else [0, 2, 3]
            statistics[i] = x.detach().mean(axes), x.detach().var(axes, unbiased=False)
            x = F.batch_norm(x, None, None, p['%d.gamma' % i], p['%d.beta' % i], True, 0, layer['epsilon'])
        elif kind == 'Reshape':
            height, width, channels = layer['target']
            x = x.reshape(-1, channels, height, width)
        elif kind == 'Flatten':
            x = x.flatten(1)
        x = activated(x, layer.get('activation', 'Linear'))
    return x


def follow(layers, p, statistics):
    for i, (mean, variance) in statistics.items():
        keep = layers[i]['momentum']
        p['%d.mean' % i].mul_(keep).add_((1 - keep) * mean)
        p['%d.variance' % i].mul_(keep).add_((1 - keep) * variance)


def optimizer(p, spec):
    trained = [v for name, v in p.items() if not name.endswith(('mean', 'variance'))]
    for v in trained: v.requires_grad_(True)
    return torch.optim.Adam(trained, spec['learningRate'] * RATES, (spec['beta1'], spec['beta2']), eps=1e-8)


def train(net, start, kind, conditioning):
    """The losses of each step, and all arrays at the end."""
    tensor = lambda a: torch.tensor(a, dtype=kind)
    (glayers, g), (dlayers, d) = [(net[side]['layers'], {n: tensor(v) for n, v in start[side].items()})
                                  for side in ('generator', 'discriminator')]
    og, od = optimizer(g, net['training']['generatorOptimizer']), optimizer(d, net['training']['discriminatorOptimizer'])
    losses = []
    for step in range(STEPS):
        noise = uniform(NOISE + step, BATCH * net['latentSize']) * np.float32(np.sqrt(3))
        made = {}
        z, y = tensor(noise.reshape(BATCH, -1)), made_labels(step)
        fake = forward(glayers, g, joined(z, y) if conditioning else z, made)

        seen = {}
        real = tensor(uniform(IMAGES + step, BATCH * 784).reshape(-1, 1, 28, 28))
        loss = F.softplus(-judged(dlayers, d, real, real_labels(step), conditioning, seen)).mean()
        follow(dlayers, d, seen)
        loss = loss + F.softplus(judged(dlayers, d, fake.detach(), y, conditioning, seen)).mean()
        follow(dlayers, d, seen)
        od.zero_grad(); loss.backward(); od.step()

        follow(glayers, g, made)
        gloss = F.softplus(-judged(dlayers, d, fake, y, conditioning, {})).mean()
        og.zero_grad(); gloss.backward(); og.step()
        losses.append((loss.item(), gloss.item()))
    ends = {'generator.' + n: v for n, v in g.items()}
    ends.update({'discriminator.' + n: v for n, v in d.items()})
    return np.array(losses), {n: v.detach().double().numpy().ravel() for n, v in ends.items()}


def nudged(start, run):
    """The same weights, each one float32 step up, down or as it was; statistics stay."""
    if run == 0: return start
    random = np.random.RandomState(run)
    return {side: {name: v if name.endswith(('mean', 'variance')) else
                   np.nextafter(v, v + random.randint(-1, 2, v.shape).astype(np.float32))
                   for name, v in arrays.items()} for side, arrays in start.items()}


def rms(a): return float(np.sqrt(np.mean(np.square(a))))


def make(name, conditioning=None):
    with open(os.path.join(ROOT, 'assets', 'bench', name + '.json')) as file: net = json.load(file)
    start, stream = {}, 0
    for side in ('generator', 'discriminator'):
        net[side]['layers'] = [l for l in net[side]['layers'] if l['type'] != 'Dropout']
        start[side] = {}
        arrays = (judge_shapes(net[side]['layers'], conditioning) if side == 'discriminator' else
                  shapes(net[side]['layers'], (net['latentSize'] + (CLASSES if conditioning else 0),)))
        for array, shape in arrays:
            start[side][array] = initial(array, shape, stream)
            stream += 1
    losses, exact = train(net, start, torch.float64, conditioning)
    rough = [train(net, nudged(start, run), torch.float32, conditioning) for run in range(ROUGH)]
    if conditioning: name += '-' + conditioning
    with open(os.path.join(ROOT, 'src', 'test', 'resources', 'fixtures', name + '.steps'), 'wb') as out:
        out.write(struct.pack('>ii', BATCH, STEPS) + losses.astype('>f8').tobytes())
        out.write(struct.pack('>di', max(np.abs(losses - r[0]).max() for r in rough), len(exact)))
        for array, end in exact.items():
            side, rest = array.split('.', 1)
            way, errors = end - start[side][rest].ravel(), [r[1][array] - end for r in rough]
            error, largest = max(map(rms, errors)), max(np.abs(e).max() for e in errors)
            out.write(struct.pack('>h', len(array)) + array.encode())
            out.write(struct.pack('>idddd', end.size, way.mean(), rms(way), error, largest))
            count = min(SAMPLES, end.size)
            out.write(end[np.arange(count) * end.size // count].astype('>f8').tobytes())
            print('%-9s %-26s %8d values, way gone %.1e, float32 error %.1e of it, at most %.1e' % (
                name, array, end.size, rms(way), error / rms(way), largest))


if __name__ == '__main__':
    for name in ('mlp', 'classroom', 'dcgan', 'tutorial'): make(name)
    for conditioning in ('channels', 'projection'): make('classroom', conditioning)
