#!/usr/bin/python3
"""Computes penalties on D's gradients by PyTorch's double backward, and updates by PyTorch's optimizers.

Made with PyTorch 1.13 (Debian 12's python3-torch). Run from anywhere; writes src/test/resources/fixtures/*.penalty, which
GradientPenaltyTest reads, and optimizers.csv, which OptimizerTest reads. All in float64.

The discriminators are those of assets/bench, with layer normalization where they have batch normalization and without
dropout; the classroom's also where it is told labels, which count as constants. Weights, real and generated images, and the places between them come from SplitMix64, which the test has too.

A .penalty file, big-endian: int32 batch; then WGAN-GP's penalty (lambda 10) and R1's (gamma 10), each: float64 mean over
the batch; int32 arrays; for each array: int16 length and characters of its name, int32 values, float64 root mean square of
the penalty's gradient, and up to 64 of its values, those at index i * values / 64.

optimizers.csv: kind, beta1, beta2, weight decay, longest gradient (0: any), the three weights after ten updates of
w0 = 1.5, w1 = -0.8, v = 0.3 by the gradients of (w0 - 3)^2 / 2 + 2 (w1 + 1)^2 + w0 w1 / 2 + (v - 1)^4, with rates
0.05 (1 - t / 20), t = 0, 1, ... 9.
"""
import json, os, struct
import numpy as np, torch, torch.nn.functional as F
from make_step_fixtures import (ROOT, IMAGES, SAMPLES, activated, before, forward, initial, joined, judge_shapes,
                                real_labels, rms, uniform)

BATCH, SHARES, WEIGHT = 8, 3000, 10.0
FIXTURES = os.path.join(ROOT, 'src', 'test', 'resources', 'fixtures')


def normalized(x, gamma, beta, epsilon):
    axes = list(range(1, x.dim()))
    mean = x.mean(axes, keepdim=True)
    deviation = torch.sqrt(((x - mean) ** 2).mean(axes, keepdim=True) + epsilon)
    per_channel = [1, -1] + [1] * (x.dim() - 2)
    return (x - mean) / deviation * gamma.reshape(per_channel) + beta.reshape(per_channel)


def score(layers, p, x, conditioning):
    y, phi = real_labels(0), None
    if conditioning == 'channels': x = joined(x, y)
    for i, layer in enumerate(layers):
        phi = x
        if layer['type'] == 'LayerNorm':
            x = activated(normalized(x, p['%d.gamma' % i], p['%d.beta' % i], layer['epsilon']), layer['activation'])
        else:
            # Parameters go by the place in the list: one layer alone is the first of its own.
            own = {name.replace('%d.' % i, '0.'): v for name, v in p.items() if name.startswith('%d.' % i)}
            x = forward([layer], own, x, {})
    if conditioning == 'projection':
        x = x + (p['%d.embedding' % (len(layers) - 1)][y] * phi).sum(1, keepdim=True)
    return x


def penalty(layers, start, images, of_length, conditioning):
    """The penalty's mean over the batch, and its gradient by every parameter."""
    p = {name: torch.tensor(v, dtype=torch.float64, requires_grad=True) for name, v in start.items()}
    x = torch.tensor(images, dtype=torch.float64, requires_grad=True)
    g, = torch.autograd.grad(score(layers, p, x, conditioning).sum(), x, create_graph=True)
    mean = of_length(g.flatten(1).norm(dim=1)).mean()
    gradients = torch.autograd.grad(mean, list(p.values()), allow_unused=True)
    return mean.item(), {name: (torch.zeros_like(v) if d is None else d).numpy().ravel()
                         for (name, v), d in zip(p.items(), gradients)}


def write_penalties(name, conditioning=None):
    with open(os.path.join(ROOT, 'assets', 'bench', name + '.json')) as file: layers = json.load(file)['discriminator']['layers']
    layers = [layer for layer in layers if layer['type'] != 'Dropout']
    start = {array: initial(array, shape, stream) for stream, (array, shape) in enumerate(
        (a, s) for a, s in judge_shapes(layers, conditioning) if not a.endswith(('mean', 'variance')))}
    layers = [dict(layer, type='LayerNorm') if layer['type'] == 'BatchNorm' else layer for layer in layers]
    real, made = (uniform(IMAGES + i, BATCH * 784).astype(np.float64).reshape(-1, 1, 28, 28) for i in (0, 1))
    share = ((uniform(SHARES, BATCH).astype(np.float64) + 1) / 2).reshape(-1, 1, 1, 1)
    if conditioning: name += '-' + conditioning
    with open(os.path.join(FIXTURES, name + '.penalty'), 'wb') as out:
        out.write(struct.pack('>i', BATCH))
        for images, of_length in ((share * real + (1 - share) * made, lambda n: WEIGHT * (n - 1) ** 2),
                                  (real, lambda n: WEIGHT / 2 * n ** 2)):
            mean, gradients = penalty(layers, start, images, of_length, conditioning)
            out.write(struct.pack('>di', mean, len(gradients)))
            for array, d in gradients.items():
                count = min(SAMPLES, d.size)
                out.write(struct.pack('>h', len(array)) + array.encode() + struct.pack('>id', d.size, rms(d)))
                out.write(d[np.arange(count) * d.size // count].astype('>f8').tobytes())
                print('%-9s penalty %.3f, gradient by %-9s %8d values, rms %.1e' % (name, mean, array, d.size, rms(d)))


def write_optimizers():
    cases = [(kind, 0.5, 0.9, decay, clip) for kind in ('ADAM', 'ADAMW', 'RMSPROP', 'SGD')
             for decay in (0, 0.1) for clip in (0, 0.7)]
    with open(os.path.join(FIXTURES, 'optimizers.csv'), 'w') as out:
        for kind, beta1, beta2, decay, clip in cases:
            w = torch.tensor([1.5, -0.8], dtype=torch.float64, requires_grad=True)
            v = torch.tensor([0.3], dtype=torch.float64, requires_grad=True)
            optimizer = {
                'ADAM': lambda p: torch.optim.Adam(p, 0.05, (beta1, beta2), weight_decay=decay),
                'ADAMW': lambda p: torch.optim.AdamW(p, 0.05, (beta1, beta2), weight_decay=decay),
                'RMSPROP': lambda p: torch.optim.RMSprop(p, 0.05, beta2, weight_decay=decay),
                'SGD': lambda p: torch.optim.SGD(p, 0.05, beta1, weight_decay=decay)}[kind]([w, v])
            for t in range(10):
                optimizer.param_groups[0]['lr'] = 0.05 * (1 - t / 20)
                optimizer.zero_grad()
                ((w[0] - 3) ** 2 / 2 + 2 * (w[1] + 1) ** 2 + w[0] * w[1] / 2 + (v[0] - 1) ** 4).backward()
                if clip: torch.nn.utils.clip_grad_norm_([w, v], clip)
                optimizer.step()
            out.write('%s,%s,%s,%s,%s,%.10f,%.10f,%.10f\n' % (kind, beta1, beta2, decay, clip, w[0], w[1], v[0]))


if __name__ == '__main__':
    for name in ('mlp', 'classroom', 'dcgan'): write_penalties(name)
    for conditioning in ('channels', 'projection'): write_penalties('classroom', conditioning)
    write_optimizers()
