// The page's arithmetic, without a browser: places of words, columns that stay, the circle, time.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../harness.mjs";

const require = createRequire(path.join(root, "web/package.json"));

// A module of the page that needs no Svelte.
async function load(name) {
  const vite = createRequire(require.resolve("vite/package.json"));
  const { outputFiles } = await vite("esbuild").build({
    entryPoints: [path.join(root, "web/src", name)],
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

export async function ends_of_words_are_code_points() {
  const { borders_of, move_start, move_end } = await load("views/review/words.ts");
  // An emoji is one code point of two units; the ợ stands as a letter and its mark.
  const text = "Xi 🚆 nói “hơ\u0323p tác” và 铁路合作.";
  const { starts, ends } = borders_of(text, 100);
  const cut = (start, end) =>
    [...text]
      .slice(start - 100, end - 100)
      .join("")
      .normalize("NFC");
  const spans = [[starts[0], ends[0]]];
  assert.equal(cut(...spans[0]), "Xi");
  const emoji = move_end(spans, { starts, ends }, 1);
  assert.equal(cut(...emoji[0]), "Xi 🚆");
  const said = move_end(emoji, { starts, ends }, 1);
  assert.equal(cut(...said[0]), "Xi 🚆 nói");
  assert.equal(cut(...move_start(said, { starts, ends }, 1)[0]), "🚆 nói");
  // A letter and its mark are never parted.
  for (const place of [...starts, ...ends]) assert.notEqual([...text][place - 100], "\u0323");
  assert.ok(starts.some((start) => cut(start, start + 2) === "铁路"));
}

export async function an_end_never_passes_its_start() {
  const { borders_of, move_start, move_end, drag } = await load("views/review/words.ts");
  const borders = borders_of("one two three", 0);
  const one = [[0, 3]];
  assert.deepEqual(move_start(one, borders, 1), one);
  assert.deepEqual(move_start(one, borders, -1), one);
  assert.deepEqual(move_end(one, borders, -1), one);
  assert.deepEqual(drag([[4, 7]], borders, "end", 0), [[4, 7]]);
  assert.deepEqual(drag([[4, 7]], borders, "end", 12), [[4, 13]]);
  // Only the outer ends of a claim in two pieces move.
  assert.deepEqual(
    move_end(
      [
        [0, 3],
        [8, 13],
      ],
      borders,
      -1,
    ),
    [
      [0, 3],
      [8, 13],
    ],
  );
}

export async function twelve_meetings_fit_and_many_scroll() {
  const { fit_columns, stays_at } = await load("lib/columns.ts");
  const marks = fit_columns({ room: 1318, meetings: 12, first: 250, least: 82, most: 110 });
  assert.equal(marks.scrolls, false);
  const words = fit_columns({ room: 1318, meetings: 40, first: 230, least: 250 });
  assert.equal(words.scrolls, true);
  assert.equal(words.stay, 3);
  assert.deepEqual(
    [36, 37, 39].map((at) => stays_at(words, at, 40)),
    [null, 500, 0],
  );
  const narrow = fit_columns({ room: 500, meetings: 40, first: 230, least: 250 });
  assert.equal(narrow.stay, 0);
}

export async function the_circle_depends_on_nothing_but_who_met() {
  const { lay_circle } = await load("views/network/circle.ts");
  const node = (id, state) => ({ id, name: id.toUpperCase(), state, meetings: 1 });
  const edge = (a, b) => ({ a, b, meetings: ["m"], count: 1, first: null, last: null });
  const nodes = [node("a", "AAA"), node("b", "AAA"), node("c", "CCC"), node("d", "DDD")];
  const edges = [edge("a", "c"), edge("b", "d"), edge("a", "gone")];
  const circle = lay_circle({ nodes, edges }, "AAA", 170);
  const again = lay_circle({ nodes: [...nodes].reverse(), edges: [...edges] }, "AAA", 170);
  assert.deepEqual(again, circle);
  assert.equal(circle.edges.length, 2, "an edge to somebody who is not drawn is left out");
  const places = circle.nodes.map((one) => `${one.x} ${one.y}`);
  assert.equal(new Set(places).size, 4);
  assert.ok(lay_circle({ nodes: [], edges: [] }, null, 170).nodes.length === 0);
}

export async function months_while_they_are_few_then_years() {
  const { bins_of } = await load("views/phrases/uses.ts");
  assert.deepEqual(bins_of([]), []);
  assert.deepEqual(
    bins_of(["2023-12-12", "2024-08-19", "2024-08-20"]).map((bin) => bin.id),
    ["2023-12", "2024-08"],
  );
  const years = bins_of(Array.from({ length: 24 }, (_, i) => `${2000 + i}-06-01`));
  assert.ok(years.length <= 14);
  assert.equal(years[0].label, "2000–01");
}

export async function an_office_is_drawn_on_the_days_of_texts_only() {
  const { bar_of, scale_of } = await load("views/people/offices.ts");
  const scale = scale_of(["2023-12-12", "2025-04-14"]);
  assert.deepEqual(
    scale.years.map(({ year }) => year),
    [2023, 2024, 2025],
  );
  const place = (date) => ({ document: "d", date, text: "", start: 0, end: 1 });
  const office = { title: "", first: null, last: null, evidence: [] };
  assert.equal(bar_of(scale, office, 0.1), null);
  office.evidence = [place("2024-08-19"), place("2024-08-20"), place("2025-04-14"), place(null)];
  const bar = bar_of(scale, office, 0.05);
  assert.equal(bar.days.length, 2, "texts of neighbouring days share a dot");
  assert.ok(bar.from > 0.5 && bar.to < 1);
}
