// The ledger: threads by outcome and kind, the mark, evidence, filters in the address, a person's mark.
import assert from "node:assert/strict";
import { phone } from "../harness.mjs";

const row = (tab, name) => tab.page.locator("tr[data-row]", { hasText: name }).first();

export async function opens_with_the_pair_that_met_most(tab, { server }) {
  await tab.go("/ledger", ".led tbody tr");
  const ledger = server.json("ledger");
  const said = await tab.page.locator(".head .sub").innerText();
  assert.match(
    said,
    new RegExp(`^${ledger.threads.length} threads over ${ledger.meetings.length} `),
  );
  assert.equal(await tab.count("tr[data-row]"), ledger.threads.length);
  assert.equal(await tab.count(".led thead th"), ledger.meetings.length + 1);
}

export async function a_cell_says_what_became_of_a_thread_and_who_tells_it(tab) {
  await tab.go("/l/CHN-VNM", ".led tbody tr");
  const cells = row(tab, "railway cooperation").locator("td");
  assert.match(await cells.nth(0).innerText(), /first[\s\S]*Beijing Observer/);
  assert.match(await cells.nth(2).innerText(), /a step further[\s\S]*names a body/);
  const mark = cells.nth(2).locator(".mk").first();
  assert.match(await mark.getAttribute("aria-label"), /^told by China and Viet ?[Nn]am$/);
  // What nobody told before is no absence, and what was told before is never "dropped".
  assert.equal((await tab.texts(".led")).join().match(/dropped|denied|omitted/i), null);
}

export async function the_home_state_stands_left_in_every_view(tab) {
  await tab.go("/settings", "#set-home");
  await tab.page.selectOption("#set-home", "VNM");
  await tab.go("/l/CHN-VNM", ".led tbody tr");
  assert.match(await tab.page.locator("h1").innerText(), /^Viet ?[Nn]am and China/);
  await tab.go("/heat?states=CHN,VNM", ".hm tbody tr");
  assert.match(await tab.page.locator("h1").innerText(), /^Viet ?[Nn]am – China/);
}

export async function words_lead_to_their_evidence_and_keys_walk_the_rows(tab) {
  await tab.go("/l/CHN-VNM", ".led tbody tr");
  await tab.page.keyboard.press("j");
  await tab.page.keyboard.press("e");
  const panel = tab.page.getByRole("complementary", { name: "Evidence" });
  await panel.getByText("Characters").waitFor();
  const quoted = await tab.page.locator(".ev[aria-expanded=true]").innerText();
  assert.equal(await panel.locator(".in > .q mark").innerText(), quoted);
  await tab.page.keyboard.press("j");
  await tab.page.waitForFunction(
    (before) => document.querySelector(".ev[aria-expanded=true]")?.innerText !== before,
    quoted,
  );
  await tab.page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
}

export async function filters_stand_in_the_address_and_say_what_they_leave(tab) {
  await tab.go("/l/CHN-VNM", ".led tbody tr");
  const projects = tab.page.getByRole("button", { name: /^project/ });
  const left = Number((await projects.innerText()).match(/\d+/)[0]);
  await projects.click();
  await tab.page.waitForURL(/kind=project/);
  assert.equal(await tab.count("tr[data-row]"), left);
  await tab.go(tab.address(), ".led tbody tr");
  assert.equal(await tab.count("tr[data-row]"), left);
  await tab.page.getByLabel("Find in the ledger").fill("no such thing");
  await tab.page.getByText("No thread is left").waitFor();
  await tab.page.getByRole("button", { name: "Show all" }).click();
  await tab.page.waitForSelector("tr[data-row]");
  await tab.page.getByRole("button", { name: /^with a due date/ }).click();
  await tab.page.waitForURL(/due=1/);
  for (const name of await tab.texts("tr[data-row] th")) assert.match(name, /due /);
}

export async function marks_only_keeps_evidence_one_click_away(tab) {
  await tab.go("/l/CHN-VNM?show=marks", ".led.marks tbody tr");
  assert.equal(await tab.count(".led .told"), 0);
  await tab.page.locator("tr[data-row] td a.ev").first().click();
  await tab.page.getByRole("complementary", { name: "Evidence" }).waitFor();
}

export async function by_kind(tab) {
  await tab.go("/l/CHN-VNM", ".led tbody tr");
  await tab.page.getByRole("button", { name: "By kind" }).click();
  await tab.page.waitForURL(/by=kind/);
  const heads = await tab.texts(".grp th");
  assert.match(heads[0], /^Projects/);
}

export async function a_pair_that_never_met_twice_says_so(tab) {
  await tab.go("/l/FRA-VNM");
  await tab.page
    .getByRole("status")
    .filter({ hasText: /ledger|Nothing|no/i })
    .first()
    .waitFor();
}

export async function on_a_phone_rows_are_blocks(tab) {
  await tab.go("/l/CHN-VNM", ".led tbody tr");
  const box = await tab.page.locator("tr[data-row]").first().boundingBox();
  assert.ok(box.width <= 390);
  await tab.page.locator("tr[data-row] a.ev").first().tap();
  await tab.page.getByRole("complementary", { name: "Evidence" }).waitFor();
}
on_a_phone_rows_are_blocks.options = phone;

export async function a_person_marks_an_undertaking(tab, { server }) {
  const own = await server.copy();
  try {
    await tab.page.goto(`${own.address}/l/CHN-VNM`);
    await row(tab, "railway cooperation").hover();
    await tab.page.getByRole("button", { name: "mark railway cooperation", exact: true }).click();
    await tab.page.getByLabel("+1 kept").check();
    await tab.page.getByRole("button", { name: "Write the mark" }).click();
    // Nothing is written without the token.
    await tab.page.getByLabel(/Token/).fill(own.token);
    await tab.page.getByRole("button", { name: "Go on", exact: true }).click();
    await row(tab, "railway cooperation").getByText("+1").waitFor();
    const thread = own.json("ledger", "CHN", "VNM").threads.find((one) => one.marks.length > 0);
    assert.equal(thread.marks[0].value, 1);
  } finally {
    await own.stop();
  }
}
