// People and states with offices over time, one person, who met whom, what was raised when.
import assert from "node:assert/strict";
import { phone } from "../harness.mjs";

export async function offices_with_the_texts_that_give_them(tab) {
  await tab.go("/people", ".ofs tbody tr");
  const row = tab.page.locator(".ofs tr[data-row]", { hasText: "To Lam" }).first();
  assert.match(await row.innerText(), /2024/);
  await row.locator(".lane a.ev").first().click();
  const panel = tab.page.getByRole("complementary", { name: "Evidence" });
  await panel.getByText("Characters").waitFor();
  await tab.page.keyboard.press("Escape");
  await tab.page.getByLabel("Viet").first().check();
  await tab.page.waitForURL(/state=VNM/);
  for (const one of await tab.texts(".ofs tr[data-row] td:first-child")) {
    assert.match(one, /Viet ?Nam/i);
  }
}

export async function the_page_of_a_person(tab) {
  await tab.go("/people", ".ofs tbody tr");
  await tab.page.getByRole("link", { name: "Xi Jinping" }).first().click();
  await tab.page.waitForSelector(".acts-l a");
  assert.match(tab.address(), /^\/people\/xi-jinping$/);
  assert.match(await tab.page.locator(".head .sub").innerText(), /China\. \d+ statements in \d+/);
  assert.ok((await tab.count(".sec table tbody tr")) > 2);
  const asks = tab.page.locator(".acts-l a", { hasText: "says" });
  assert.match(await asks.getAttribute("href"), /search\?q=speaker/);
}

export async function somebody_the_record_does_not_know(tab) {
  await tab.go("/people/nobody-at-all");
  await tab.page.getByRole("alert").waitFor();
}

export async function the_network_is_drawn_alike_each_time(tab) {
  await tab.go("/network", ".net svg .node");
  const picture = () => tab.page.locator(".net svg").innerHTML();
  const first = await picture();
  await tab.go("/network", ".net svg .node");
  assert.equal(await picture(), first);
  assert.ok((await tab.count(".net svg .edge")) > 2);
}

export async function the_keyboard_reaches_all_of_the_network(tab) {
  await tab.go("/network", ".meets tbody tr");
  const pairs = await tab.count(".meets tbody tr");
  assert.equal(await tab.count(".net svg .edge"), pairs);
  await tab.page.getByRole("button", { name: "Xi Jinping" }).first().focus();
  await tab.page.keyboard.press("Enter");
  await tab.page.waitForURL(/who=xi-jinping/);
  for (const row of await tab.texts(".meets tbody tr")) assert.match(row, /Xi Jinping/);
  await tab.page.getByRole("button", { name: /^only Xi/ }).click();
  await tab.page.waitForFunction(
    (n) => document.querySelectorAll(".meets tbody tr").length === n,
    pairs,
  );
}

export async function the_network_of_a_time(tab) {
  await tab.go("/network?from=2024&to=2024", ".meets tbody tr");
  for (const row of await tab.texts(".meets tbody td:last-child")) assert.match(row, /2024/);
  await tab.go("/network?from=1990&to=1991");
  await tab.page.getByText("Nobody met anybody").waitFor();
  await tab.page.getByRole("button", { name: "All of the time" }).click();
  await tab.page.waitForSelector(".meets tbody tr");
}

export async function states_instead_of_people(tab) {
  await tab.go("/network?of=states", ".meets tbody tr");
  assert.match(
    (await tab.texts(".meets tbody tr")).join(),
    /China and Viet ?[Nn]am|Viet ?[Nn]am and China/,
  );
}

export async function the_heat_map_counts_by_meeting_and_side(tab) {
  await tab.go("/heat?states=CHN,VNM", ".hm tbody tr");
  const first = tab.page.locator(".hm tbody tr").first();
  const cell = first.locator("a.hc").last();
  assert.match(await cell.innerText(), /China\s\d+\s*Viet ?[Nn]am\s\d+/);
  await cell.click();
  await tab.page.getByRole("complementary", { name: "Evidence" }).getByText("Characters").waitFor();
  // Every place that was counted is there.
  const counted = (await first.locator("td .box").last().innerText()).match(/\d+/g).reduce((sum, n) => sum + Number(n), 0);
  assert.ok(counted > 1, "the example has a topic with several places");
  await tab.has(".drawer .places li", counted - 1);
  await tab.page.keyboard.press("Escape");
  await tab.page.getByRole("button", { name: "Frameworks" }).click();
  await tab.page.waitForURL(/by=framework/);
  await tab.page.waitForSelector(".hm tbody tr");
  await tab.page.getByRole("button", { name: "One side only" }).click();
  await tab.page.waitForURL(/order=one-side/);
}

export async function the_heat_map_on_a_phone(tab) {
  await tab.go("/heat?states=CHN,VNM", ".hm tbody tr");
  await tab.page.locator(".hm a.hc").first().tap();
  await tab.page.getByRole("complementary", { name: "Evidence" }).waitFor();
}
the_heat_map_on_a_phone.options = phone;
