// A screenshot as a PNG of at most 256 colours: a page has few, and the pictures lie in the repository.
import zlib from "node:zlib";

const kColours = 256;
const kSignature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunks(png) {
  const found = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push([png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return found;
}

// Rows of 8 bit RGB or RGBA, the filters of PNG undone.
function pixels(png) {
  const all = chunks(png);
  const header = all[0][1];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const depth = header[9] === 6 ? 4 : 3;
  const data = zlib.inflateSync(
    Buffer.concat(all.filter(([name]) => name === "IDAT").map(([, part]) => part)),
  );
  const stride = width * depth;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= depth ? out[y * stride + x - depth] : 0;
      const up = y > 0 ? out[(y - 1) * stride + x] : 0;
      const corner = x >= depth && y > 0 ? out[(y - 1) * stride + x - depth] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * stride + x] = data[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return { width, height, depth, out };
}

function paeth(left, up, corner) {
  const [a, b, c] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

// Of colours that are nearly the same the most frequent one, so that a small patch of another colour keeps its
// own; every colour is shown by the nearest of them.
function palette(counts) {
  const kNear = 0xf0f0f0; // the upper half of each part
  const groups = new Map();
  for (const [colour, count] of counts) {
    const group = groups.get(colour & kNear) ?? { colour, most: 0, all: 0 };
    group.all += count;
    if (count > group.most) Object.assign(group, { colour, most: count });
    groups.set(colour & kNear, group);
  }
  const chosen = [...groups.values()]
    .sort((x, y) => y.all - x.all)
    .slice(0, kColours)
    .map(({ colour }) => colour);
  const index = new Map(chosen.map((colour, i) => [colour, i]));
  const part = (colour, shift) => (colour >> shift) & 255;
  const far = (x, y) =>
    [16, 8, 0].reduce((sum, shift) => sum + (part(x, shift) - part(y, shift)) ** 2, 0);
  for (const colour of counts.keys()) {
    if (index.has(colour)) continue;
    let best = 0;
    for (let i = 1; i < chosen.length; i += 1)
      if (far(colour, chosen[i]) < far(colour, chosen[best])) best = i;
    index.set(colour, best);
  }
  return { chosen, index };
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(data) {
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

export function small_png(png) {
  const { width, height, depth, out } = pixels(png);
  const colour_at = (at) => (out[at] << 16) | (out[at + 1] << 8) | out[at + 2];
  const counts = new Map();
  for (let at = 0; at < out.length; at += depth)
    counts.set(colour_at(at), (counts.get(colour_at(at)) ?? 0) + 1);
  const { chosen, index } = palette(counts);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = index.get(colour_at((y * width + x) * depth));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(
    chosen.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  const data = zlib.deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    kSignature,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
