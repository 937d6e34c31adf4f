// Nobody is kept out: axe-core finds nothing serious in any view, light, dark and on a phone, and
// nothing is wider than the window.
import assert from "node:assert/strict";
import { axe_findings, is_legible_in_the_dark, is_open_to_all, phone } from "../harness.mjs";

async function addresses(server) {
  const meetings = server.json("meetings");
  const visit = (name) =>
    meetings.find((m) => m.visit && m.accounts.some((a) => a.document === name)).visit;
  const [statement] = server.json("statements", "--document", "2023-12-hanoi-courier");
  return [
    ["/meetings", ".mt tbody tr"],
    [`/m/${visit("2023-12-hanoi-courier")}`, ".cmp tbody tr"],
    [`/m/${visit("2024-08-beijing-courier")}?mode=texts`, ".whole p"],
    [`/m/${meetings.find((each) => each.kind === "call").id}`, ".cmp tbody tr"],
    [`/d/2023-12-hanoi-courier#${statement.id}`, ".steps li"],
    ["/documents", ".docs tbody tr"],
    ["/search?q=railway", ".res [data-row]"],
    ["/search?q=railway&view=kwic", ".kw tbody tr"],
    ["/search", ".ways"],
    ["/add", ".drop"],
  ];
}

export async function light_and_dark(tab, { server }) {
  for (const [address, what] of await addresses(server)) {
    await is_open_to_all(tab, address, what);
    await is_legible_in_the_dark(tab, address);
  }
}
light_and_dark.long = true;

export async function on_a_phone(tab, { server }) {
  for (const [address, what] of await addresses(server)) await is_open_to_all(tab, address, what);
}
on_a_phone.options = phone;
on_a_phone.long = true;

export async function with_evidence_open(tab, { server }) {
  const visit = server.json("meetings").find((each) => each.visit).visit;
  await tab.go(`/m/${visit}`, ".cmp tbody tr");
  await tab.page.locator(".cmp td a.ev").first().click();
  await tab.page.getByRole("complementary", { name: "Evidence" }).getByText("Characters").waitFor();
  assert.deepEqual(await axe_findings(tab.page), []);
}

export async function the_keyboard_alone_finds_what_one_side_left_out(tab) {
  await tab.go("/meetings", ".mt tbody tr");
  const press = (key) => tab.page.keyboard.press(key);
  for (let i = 0; i < 3; i += 1) await press("j");
  await tab.page.waitForFunction(() => document.activeElement?.closest("tr")?.dataset.row === "2");
  await press("Enter");
  await tab.page.waitForSelector(".cmp tbody tr");
  // Tab to "Only ..." and choose it.
  await tab.page.getByRole("button", { name: /^Only Beijing Observer/ }).focus();
  await press("Enter");
  await tab.page.waitForURL(/in=left/);
  await press("j");
  await press("e");
  await tab.page.getByRole("complementary", { name: "Evidence" }).waitFor();
  await press("Escape");
  await tab.page.getByRole("complementary", { name: "Evidence" }).waitFor({ state: "detached" });
}
