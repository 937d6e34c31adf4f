// Set phrases with their use over time, the life of one, and different names for one thing.
import assert from "node:assert/strict";

export async function phrases_by_side_and_month(tab, { server }) {
  await tab.go("/phrases", ".phr tbody tr");
  const phrases = server.json("phrases", "--documents", "2");
  assert.equal(await tab.count(".phr tr[data-row]"), phrases.length);
  const row = tab.page.locator("tr[data-row]", { hasText: "one-China policy" }).first();
  const marks = await row
    .locator("td .mk[aria-label]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
  assert.match(marks.join("; "), /^China 1; China 1; China 1, Viet ?[Nn]am 1$/);
  await row.locator("td a.ev").first().click();
  await tab.page.getByRole("complementary", { name: "Evidence" }).getByText("Characters").waitFor();
}

export async function filters_of_phrases(tab) {
  await tab.go("/phrases", ".phr tbody tr");
  const all = await tab.count(".phr tr[data-row]");
  await tab.page.getByRole("button", { name: "Known" }).click();
  await tab.page.waitForURL(/kind=known/);
  await tab.page.waitForFunction((n) => document.querySelectorAll("tr[data-row]").length < n, all);
  await tab.page.getByLabel("Find").fill("zzz");
  await tab.page.getByText("No phrase has these words").waitFor();
}

export async function the_life_of_a_phrase(tab, { server }) {
  const life = server.json("phrase", "one-China policy");
  await tab.go("/phrases", ".phr tbody tr");
  await tab.page.getByRole("link", { name: "one-China policy", exact: true }).click();
  await tab.page.waitForSelector(".uses tbody tr");
  assert.equal(tab.address(), "/phrase/one-China%20policy");
  assert.equal(await tab.count(".uses tbody tr"), life.life.filter((use) => !use.copy).length);
  const said = await tab.page.locator(".head .sub").innerText();
  assert.match(said, /4 uses in 4 texts, 12 December 2023 to 15 April 2025/);
  assert.match(said, /First in Beijing Observer/);
  await tab.page.getByRole("link", { name: "To Lam" }).first().waitFor();
}

export async function a_phrase_nobody_used(tab) {
  await tab.go("/phrase/perpetual%20motion%20treaty");
  await tab.page.getByRole("alert").or(tab.page.getByText("0 uses")).first().waitFor();
}

export async function names_the_sides_differ_on_come_first(tab, { server }) {
  const things = server.json("names");
  await tab.go("/names", ".nms tbody tr");
  assert.equal(await tab.count(".nms tbody tr"), things.length);
  assert.match(await tab.page.locator(".nms tbody tr").first().innerText(), /called differently/);
  await tab.page.getByLabel("call it differently").check();
  await tab.page.waitForURL(/names=differ/);
  for (const row of await tab.texts(".nms tbody tr")) assert.match(row, /called differently/);
}

export async function a_name_is_found_without_its_accents(tab) {
  await tab.go("/names", ".nms tbody tr");
  await tab.page.getByLabel("Find").fill("to lam");
  await tab.page.waitForURL(/find=/);
  const names = await tab.texts(".nms .same a.ev");
  assert.ok(names.includes("Tô Lâm"), names.join());
}
