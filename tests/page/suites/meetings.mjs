// Who met whom: counts, facets, span, keys.
import assert from "node:assert/strict";

export async function every_occasion_is_listed(tab, { server }) {
  await tab.go("/meetings", ".mt tbody tr");
  const meetings = server.json("meetings");
  const occasions = new Set(meetings.map((each) => each.visit ?? each.id)).size;
  assert.equal(await tab.count(".mt tbody tr"), occasions);
  const [sentence] = await tab.texts(".head .sub");
  assert.match(sentence, new RegExp(`^${occasions} occasions?, ${meetings.length} meetings`));
}

export async function the_start_leads_to_the_meetings(tab) {
  await tab.go("/", ".mt tbody tr");
  assert.equal(await tab.page.title(), "Meetings · Verbale");
}

export async function marks_on_the_time_line_are_the_occasions_with_a_date(tab, { server }) {
  await tab.go("/meetings", ".tl svg");
  const dated = new Set(
    server.json("meetings").flatMap((each) => (each.date ? [each.visit ?? each.id] : [])),
  );
  assert.equal(await tab.count(".tl a"), dated.size);
}

export async function facets_narrow_and_stand_in_the_address(tab) {
  await tab.go("/meetings", ".mt tbody tr");
  await tab.page.getByRole("checkbox", { name: /^Ukraine \d/ }).check();
  await tab.page.waitForURL(/state=UKR/);
  assert.equal(await tab.count(".mt tbody tr"), 2);
  // "or" within a facet, and the count tells what a click would leave.
  await tab.page.getByRole("checkbox", { name: /^China \d/ }).check();
  const all = await tab.count(".mt tbody tr");
  assert.ok(all > 2);
  await tab.page.reload();
  await tab.page.waitForSelector(".mt tbody tr");
  assert.equal(await tab.count(".mt tbody tr"), all);
  await tab.page.getByRole("button", { name: "Clear" }).click();
  await tab.at("/meetings");
}

export async function a_span_is_dragged_on_the_time_line(tab) {
  await tab.go("/meetings", ".tl a");
  const box = await tab.page.locator(".tl svg").boundingBox();
  // The last third of the line: everything after the summer of 2024.
  await tab.page.mouse.move(box.x + box.width * 0.74, box.y + box.height - 14);
  await tab.page.mouse.down();
  await tab.page.mouse.move(box.x + box.width - 4, box.y + box.height - 14, { steps: 4 });
  await tab.page.mouse.up();
  await tab.page.waitForURL(/from=2024-\d\d-\d\d&to=2025/);
  const dates = await tab.texts(".mt td.d");
  assert.ok(dates.length > 0 && dates.every((date) => /202[45]/.test(date)), dates.join());
  await tab.page.getByRole("button", { name: /show all dates/ }).click();
  await tab.at("/meetings");
}

export async function keys_walk_and_open(tab) {
  await tab.go("/meetings", ".mt tbody tr");
  await tab.page.keyboard.press("j");
  await tab.page.keyboard.press("j");
  await tab.page.waitForSelector(".mt tr.sel[data-row='1']");
  await tab.page.keyboard.press("k");
  await tab.page.waitForSelector(".mt tr.sel[data-row='0']");
  await tab.page.waitForFunction(() => document.activeElement?.classList.contains("who"));
  await tab.page.keyboard.press("Enter");
  await tab.page.waitForURL(/\/m\//);
}

export async function going_back_keeps_filters(tab) {
  await tab.go("/meetings?state=UKR", ".mt tbody tr");
  await tab.page.locator(".mt .who").first().click();
  await tab.page.waitForURL(/\/m\//);
  await tab.page.goBack();
  await tab.page.waitForSelector(".mt tbody tr");
  await tab.at("/meetings?state=UKR");
  assert.equal(await tab.count(".mt tbody tr"), 2);
}

export async function nothing_fits_says_so(tab) {
  await tab.go("/meetings?from=1901&to=1902");
  await tab.page.getByText("No meeting fits").waitFor();
}
