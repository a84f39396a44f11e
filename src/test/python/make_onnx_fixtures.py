"""Writes src/test/resources/fixtures/torch-*.onnx: models of PyTorch's own layers, as its exporter
writes them, with random weights and running statistics.

Needs PyTorch (1.13.1 was used): python3 src/test/python/make_onnx_fixtures.py src/test/resources/fixtures
"""

import sys
from pathlib import Path

import torch
from torch import nn


class View(nn.Module):
    """Asks for the size of the batch, as many scripts do."""

    def __init__(self, *sides):
        super().__init__()
        self.sides = sides

    def forward(self, x):
        return x.view(x.size(0), *self.sides)


def randomized(model):
    for name, buffer in model.named_buffers():
        if "mean" in name:
            buffer.normal_(0, 0.3)
        if "var" in name:
            buffer.uniform_(0.5, 1.5)
    for parameter in model.parameters():
        if parameter.dim() == 1:
            parameter.data += torch.randn_like(parameter) * 0.1
    return model.eval()


def write(model, x, name, folder):
    torch.onnx.export(model, x, str(folder / f"torch-{name}.onnx"), opset_version=13,
                      input_names=["x"], output_names=["y"],
                      dynamic_axes={"x": {0: "batch"}, "y": {0: "batch"}})


def main():
    folder = Path(sys.argv[1])
    torch.manual_seed(3)
    generator = randomized(nn.Sequential(
        nn.Linear(8, 72), nn.BatchNorm1d(72), nn.LeakyReLU(0.2), View(8, 3, 3),
        nn.ConvTranspose2d(8, 6, 4, 2, 1, bias=False), nn.BatchNorm2d(6), nn.ReLU(True),
        nn.ConvTranspose2d(6, 6, 3, 2, 1, output_padding=1), nn.GroupNorm(1, 6), nn.SiLU(),
        nn.Upsample(scale_factor=2), nn.Conv2d(6, 8, 3, padding=1), nn.GELU(),
        nn.PixelShuffle(2), nn.PReLU(2), nn.Conv2d(2, 1, 3, 1, 1), nn.Tanh()))
    discriminator = randomized(nn.Sequential(
        nn.Conv2d(1, 4, 4, 2, 1), nn.LeakyReLU(0.2, True), nn.Dropout2d(0.25),
        nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(4, 8, 3, 2, 1), nn.BatchNorm2d(8, 0.8), nn.ELU(),
        nn.AvgPool2d(2), nn.MaxPool2d(3, 2, 1), nn.Conv2d(8, 8, 3, 1, 1, groups=8),
        nn.Softplus(), nn.Flatten(), nn.Linear(8 * 3 * 3, 10), nn.LayerNorm(10),
        nn.Linear(10, 1)))
    pooled = randomized(nn.Sequential(
        nn.Conv2d(1, 4, 5, 2, 2), nn.SELU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
        nn.Linear(4, 1, bias=False)))
    z = torch.randn(2, 8)
    images = generator(z).detach()
    write(generator, z, "generator", folder)
    write(discriminator, images, "discriminator", folder)
    write(pooled, images, "pooled", folder)


if __name__ == "__main__":
    main()
