// As access.mjs, for the tables over all meetings, people, review and settings.
import assert from "node:assert/strict";
import { axe_findings, is_too_wide, phone } from "../harness.mjs";

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

async function all_views(tab) {
  await tab.page.addInitScript(() => localStorage.setItem("verbale-reviewer", "Mai Hoa"));
  for (const [address, what] of views) {
    await tab.go(address, what);
    await tab.page.waitForLoadState("networkidle");
    assert.deepEqual(await axe_findings(tab.page), [], address);
    assert.equal(await is_too_wide(tab.page), false, `${address} is wider than the window`);
  }
}

export async function light(tab) {
  await all_views(tab);
}
export async function dark(tab) {
  await all_views(tab);
}
dark.options = { colorScheme: "dark" };
export async function on_a_phone(tab) {
  await all_views(tab);
}
on_a_phone.options = phone;

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
}
