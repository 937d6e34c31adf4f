// A text: every claim at its characters, addresses of entries and passages, keys, citation.
import assert from "node:assert/strict";

const kDocument = "2023-12-hanoi-courier";
const statements_of = (server) => server.json("statements", "--document", kDocument);

export async function every_statement_is_underlined_at_its_characters(tab, { server }) {
  await tab.go(`/d/${kDocument}`, ".txt .k");
  const statements = statements_of(server);
  assert.equal(await tab.count(".ent"), statements.length);
  for (const statement of statements) {
    await tab.page.evaluate((id) => (location.hash = id), statement.id);
    await tab.page.waitForSelector(`.ent[data-entry="${statement.id}"][aria-current="true"]`);
    const marked = (await tab.texts(".txt .on")).length;
    const words = await tab.page.$$eval(".txt .on", (all) =>
      all.map((each) => each.textContent).join(""),
    );
    assert.ok(marked > 0);
    assert.equal(words, statement.content.map((part) => part.text).join(""));
  }
}

export async function the_name_gives_way_to_the_id(tab) {
  await tab.go(`/d/${kDocument}`, ".txt .k");
  await tab.page.waitForURL(/\/d\/d-/);
}

export async function a_passage_has_an_address(tab, { server }) {
  const [first] = server.json("commitments", "--document", kDocument);
  await tab.go(`/d/${kDocument}#${first.text.start}-${first.text.end}`, ".txt .on");
  const words = await tab.page.$$eval(".txt .on", (all) =>
    all.map((each) => each.textContent).join(""),
  );
  assert.equal(words, first.text.text);
  await tab.page.waitForURL(/\/d\/d-.*#\d+-\d+$/);
}

export async function places_are_code_points(tab, { server }) {
  // Vietnamese with combining marks, typographic quotes: the words and the places must still agree.
  for (const document of ["2025-04-hanoi-courier", "2025-04-joint-statement"]) {
    const statement = server.json("statements", "--document", document).at(-1);
    await tab.go(`/d/${document}#${statement.id}`, ".txt .on");
    const words = await tab.page.$$eval(".txt .on", (all) =>
      all.map((each) => each.textContent).join(""),
    );
    assert.equal(words, statement.content.map((part) => part.text).join(""));
  }
}

export async function keys_walk_entries_and_kinds(tab, { server }) {
  const statements = statements_of(server);
  await tab.go(`/d/${kDocument}#${statements[0].id}`, ".txt .on");
  await tab.page.keyboard.press("ArrowDown");
  await tab.page.waitForURL(new RegExp(`#${statements[1].id}$`));
  await tab.page.keyboard.press("k");
  await tab.page.waitForURL(new RegExp(`#${statements[0].id}$`));
  await tab.page.keyboard.press("ArrowRight");
  await tab.page.waitForURL(/#c-/);
  assert.equal(
    await tab.page.getAttribute("[role=tab][aria-selected=true]", "id"),
    "tab-commitments",
  );
  // Moving replaces the address: one step back leaves the document.
  await tab.page.keyboard.press("m");
  await tab.page.waitForURL(/\/m\//);
  await tab.page.goBack();
  await tab.page.waitForURL(/\/d\/.*#c-/);
}

export async function citation_carries_outlet_date_and_link(tab, { server }) {
  const [first] = statements_of(server);
  await tab.go(`/d/${kDocument}#${first.id}`, ".txt .on");
  await tab.page.waitForURL(/\/d\/d-/);
  await tab.page.keyboard.press("c");
  await tab.page.getByText("Citation copied").waitFor();
  const copied = await tab.copied();
  assert.ok(copied.includes(first.content[0].text));
  assert.match(copied, /Hanoi Courier/);
  assert.match(copied, /12 December 2023/);
  assert.match(copied, new RegExp(`/d/d-[0-9a-z]+#${first.id}$`));
}

// The clipboard is one for all tabs.
citation_carries_outlet_date_and_link.alone = true;

export async function why_is_told(tab, { server }) {
  const [first] = statements_of(server);
  await tab.go(`/d/${kDocument}#${first.id}`, ".steps li");
  const told = server.json("explain", first.id).why.map((reason) => reason.words);
  const shown = await tab.page.textContent(".steps");
  for (const words of told) assert.ok(shown.includes(words), words);
}

export async function clicks_choose_the_innermost_first(tab, { server }) {
  const statements = statements_of(server);
  const inner = statements.find((each) => each.parent_id);
  assert.ok(inner, "the example has a statement within a statement");
  await tab.go(`/d/${kDocument}`, ".txt .k");
  const place = inner.content[0].start;
  await tab.page.locator(`.txt [data-p="${place}"]`).click();
  await tab.page.waitForURL(new RegExp(`#${inner.id}$`));
  await tab.page.locator(`.txt [data-p="${place}"]`).click();
  await tab.page.waitForURL(new RegExp(`#${inner.parent_id}$`));
}

export async function a_claim_that_is_gone_says_so(tab) {
  await tab.go(`/d/${kDocument}#s-000000000000`);
  await tab.page.getByText("no longer finds its words").waitFor();
}

export async function an_unknown_document_says_so(tab) {
  await tab.go("/d/nosuch", "[role=alert]");
}
