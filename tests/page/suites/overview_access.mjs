// As access.mjs, for the tables over all meetings, people, review and settings.
import assert from "node:assert/strict";
import { is_legible_in_the_dark, is_open_to_all, phone, wide } from "../harness.mjs";

const views = [
  ["/ledger", ".led tbody tr"],
  ["/l/CHN-VNM?show=marks&by=kind", ".led tbody tr"],
  ["/phrases", ".phr tbody tr"],
  ["/phrase/one-China%20policy", ".uses tbody tr"],
  ["/names", ".nms tbody tr"],
  ["/people", ".ofs tbody tr"],
  ["/people/xi-jinping", ".acts-l a"],
  ["/network", ".meets tbody tr"],
  ["/heat?states=CHN,VNM", ".hm tbody tr"],
  ["/review", ".quote"],
  ["/settings", ".set section"],
];

// Whoever reviews has a name.
async function named(tab) {
  await tab.go("/settings", ".set section");
  await tab.choose("reviewer", "Mai Hoa");
}

export async function light_and_dark(tab) {
  await named(tab);
  for (const [address, what] of views) {
    await is_open_to_all(tab, address, what);
    await is_legible_in_the_dark(tab, address);
  }
}
light_and_dark.long = true;

export async function on_a_phone(tab) {
  await named(tab);
  for (const [address, what] of views) await is_open_to_all(tab, address, what);
}
on_a_phone.options = phone;
on_a_phone.long = true;

// Everything that was folded or limited to two lines is on paper.
export async function printed(tab) {
  await tab.page.emulateMedia({ media: "print" });
  await tab.go("/l/CHN-VNM", ".led tbody tr");
  assert.equal(await tab.page.locator(".ctl").first().isVisible(), false);
  const clamp = await tab.page
    .locator(".qs .ev")
    .first()
    .evaluate((quote) => getComputedStyle(quote).webkitLineClamp);
  assert.equal(clamp, "none");
  // A sheet is narrow, but no phone: tables stay tables, with all of their columns on it.
  await tab.page.setViewportSize({ width: 688, height: 1000 });
  const [last] = await tab.page.$$eval(".led tbody td:last-child", (all) =>
    all.map((cell) => [getComputedStyle(cell).display, cell.getBoundingClientRect().right]),
  );
  assert.equal(last[0], "table-cell");
  assert.ok(last[1] <= 689, `the last column ends at ${last[1]}`);
  await tab.page.setViewportSize(wide.viewport);
}
