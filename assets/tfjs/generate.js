// Draws samples with the generator of "@TITLE@", trained in GAN Atelier.
//
//   npm install @tensorflow/tfjs
//   node generate.js             draws grid.png
//   node generate.js --check     compares with the example_*.npy files
"use strict";

const fs = require("fs");
const path = require("path");
const zlib = require("zlib");
const tf = require("@tensorflow/tfjs");

const LATENT_SIZE = "@LATENT@";
const CLASSES = "@CLASSES@"; // 0: the networks are told no labels
const SHAPE = "@SHAPE@"; // of a sample: height, width, channels; or the values of a point
const HAS_GENERATOR = "@GENERATOR@";
const HAS_DISCRIMINATOR = "@DISCRIMINATOR@";

// Loads a model from its folder. In a browser tf.loadLayersModel("generator/model.json") does it;
// Node has no such path, so the parts are handed over.
async function load(name) {
  const folder = path.join(__dirname, name);
  const model = JSON.parse(fs.readFileSync(path.join(folder, "model.json"), "utf8"));
  const parts = { modelTopology: model.modelTopology };
  if (model.weightsManifest) {
    const bytes = fs.readFileSync(path.join(folder, "weights.bin"));
    parts.weightSpecs = model.weightsManifest.flatMap((group) => group.weights);
    parts.weightData = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  }
  return tf.loadLayersModel({ load: async () => parts });
}

// What a network is given: the samples alone, or with the label of each as a one-hot vector.
function inputs(samples, labels) {
  return CLASSES > 0 ? [samples, tf.oneHot(tf.tensor1d(labels, "int32"), CLASSES).toFloat()] : samples;
}

// Reads a NumPy array of floats or whole numbers.
function readNpy(file) {
  const bytes = fs.readFileSync(path.join(__dirname, file));
  const start = 10 + bytes.readUInt16LE(8);
  const header = bytes.toString("latin1", 10, start);
  const shape = header.match(/\(([^)]*)\)/)[1].split(",").filter((n) => n.trim()).map(Number);
  const data = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length);
  return { shape, values: header.includes("<i4") ? new Int32Array(data) : new Float32Array(data) };
}

function difference(tensor, expected) {
  const actual = tensor.dataSync();
  if (actual.length !== expected.length) {
    throw new Error(`${actual.length} values, not ${expected.length}`);
  }
  return actual.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0);
}

// Compares with what GAN Atelier computed of the same noise and the same images.
async function check() {
  const noise = readNpy("example_noise.npy");
  const images = readNpy("example_images.npy");
  const scores = readNpy("example_scores.npy");
  const labels = CLASSES > 0 ? readNpy("example_labels.npy").values : [];
  const made = tf.tensor(images.values, images.shape);
  let largest = 0;
  if (HAS_GENERATOR) {
    const generator = await load("generator");
    const d = difference(generator.predict(inputs(tf.tensor(noise.values, noise.shape), labels)), images.values);
    console.log(`Largest difference of the samples: ${d.toExponential(1)}`);
    largest = Math.max(largest, d);
  }
  if (HAS_DISCRIMINATOR) {
    const discriminator = await load("discriminator");
    const d = difference(discriminator.predict(inputs(made, labels)), scores.values);
    console.log(`Largest difference of the scores: ${d.toExponential(1)}`);
    largest = Math.max(largest, d);
  }
  // Float32 has seven digits; a network's sums lose one or two of them.
  if (!(largest < 1e-3)) {
    console.error("The networks do not compute the same.");
    process.exitCode = 1;
  }
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
  }
  return ~crc >>> 0;
}

// Writes a picture, three bytes for each pixel, as a PNG file.
function savePng(sheet, height, width, file) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (3 * width + 1));
  for (let y = 0; y < height; y++) {
    sheet.copy(rows, y * (3 * width + 1) + 1, y * 3 * width, (y + 1) * 3 * width);
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [signature, chunk("IHDR", header), chunk("IDAT", zlib.deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  fs.writeFileSync(path.join(__dirname, file), Buffer.concat(parts));
}

// Images of values from -1 to 1 side by side.
function drawImages(values, count, file) {
  const [height, width, channels] = SHAPE;
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const sheet = Buffer.alloc(rows * height * columns * width * 3);
  for (let i = 0; i < count; i++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = ((i * height + y) * width + x) * channels;
        const row = Math.floor(i / columns) * height + y;
        const to = (row * columns * width + (i % columns) * width + x) * 3;
        for (let c = 0; c < 3; c++) {
          const value = values[from + (channels === 3 ? c : 0)];
          sheet[to + c] = Math.max(0, Math.min(255, Math.round((value + 1) * 127.5)));
        }
      }
    }
  }
  savePng(sheet, rows * height, columns * width, file);
}

// Points as dots on a square from -2 to 2.
function drawPoints(values, count, file) {
  const size = 400;
  const sheet = Buffer.alloc(size * size * 3, 255);
  const place = (value) => Math.max(1, Math.min(size - 2, Math.floor(((value / 2 + 1) / 2) * (size - 1))));
  for (let i = 0; i < count; i++) {
    const x = place(values[i * SHAPE[0]]);
    const y = size - 1 - place(values[i * SHAPE[0] + 1]);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        sheet.set([40, 90, 200], ((y + dy) * size + x + dx) * 3);
      }
    }
  }
  savePng(sheet, size, size, file);
}

async function draw() {
  if (!HAS_GENERATOR) {
    throw new Error("Only a generator draws, and only the discriminator was exported.");
  }
  const count = SHAPE.length === 3 ? 16 : 512;
  const generator = await load("generator");
  const labels = Array.from({ length: count }, (_, i) => (CLASSES > 0 ? i % CLASSES : 0));
  const samples = generator.predict(inputs(tf.randomNormal([count, LATENT_SIZE]), labels));
  (SHAPE.length === 3 ? drawImages : drawPoints)(samples.dataSync(), count, "grid.png");
  console.log("Wrote grid.png");
}

module.exports = { load, readNpy, difference };

if (require.main === module) {
  const run = process.argv.includes("--check") ? check : draw;
  run().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
