// One meeting: people, undertakings, accounts side by side, evidence.
import assert from "node:assert/strict";

const visit_of = (server, document) =>
  server
    .json("meetings")
    .find((each) => each.visit && each.accounts.some((a) => a.document === document)).visit;

async function open(tab, server, more = "") {
  await tab.go(
    `/m/${visit_of(server, "2023-12-hanoi-courier")}${more}`,
    ".cmp tbody tr, .whole article",
  );
}

export async function counts_are_those_of_the_comparison(tab, { server }) {
  await open(tab, server);
  const compared = server.json("compare", visit_of(server, "2023-12-hanoi-courier"));
  assert.equal(await tab.count(".cmp tbody tr"), compared.counts.points);
  await tab.page.getByRole("button", { name: /^In both/ }).click();
  assert.equal(await tab.count(".cmp tbody tr"), compared.counts.shared);
  await tab.page.waitForURL(/in=both/);
}

export async function what_may_be_the_same_is_left_out_by_nobody(tab, { server }) {
  await open(tab, server);
  const { counts } = server.json("compare", visit_of(server, "2023-12-hanoi-courier"));
  assert.ok(counts.perhaps_shared > 0, "the example has such a point");
  await tab.page.getByRole("button", { name: /^Perhaps in both/ }).click();
  assert.equal(await tab.count(".cmp tbody tr"), counts.perhaps_shared);
  assert.equal(await tab.count(".cmp td.no details"), counts.perhaps_shared);
  assert.match((await tab.texts(".cmp td.no")).join(), /perhaps\s+in/);
  await tab.page.getByRole("button", { name: /^Only Hanoi Courier/ }).click();
  assert.equal(await tab.count(".cmp tbody tr"), counts.only["2023-12-hanoi-courier"]);
}

// A sentence that makes two promises is one point, and two undertakings.
export async function no_undertaking_is_left_out(tab, { server }) {
  const visit = visit_of(server, "2024-08-beijing-courier");
  await tab.go(`/m/${visit}`, ".und li a.ev");
  const shown = (await tab.texts(".und li a.ev")).join("\n");
  const told = server.json("commitments", "--document", "2024-08-beijing-courier");
  const alone = told.filter((one) => one.kind === "proposed");
  assert.ok(alone.length > 3, "the example asks for several things");
  for (const { text } of alone) assert.ok(shown.includes(text.text), text.text);
  const numbers = (await tab.texts(".und h3 .n")).map(Number);
  const most = (kind) => told.filter((one) => one.kind === kind).length;
  ["agreed", "pledged", "proposed"].forEach((kind, i) => assert.ok(numbers[i] >= most(kind), kind));
  // The head and the list of meetings count as the page does.
  const sum = numbers.reduce((x, y) => x + y, 0);
  assert.match(await tab.page.locator(".head .sub").innerText(), new RegExp(`Undertakings: ${sum}\\.`));
  await tab.go("/meetings", ".mt tbody tr");
  const row = tab.page.locator(".mt tbody tr", { has: tab.page.locator(`a[href="/m/${visit}"]`) });
  await row.locator("td.num", { hasText: /\d|–/ }).nth(2).waitFor();
  assert.deepEqual((await row.locator("td.num").allInnerTexts()).map(Number), numbers);
}

export async function absence_is_qualified(tab, { server }) {
  await open(tab, server, "?in=left");
  const cells = await tab.texts(".cmp td.no");
  assert.ok(cells.length > 0);
  for (const cell of cells) assert.match(cell, /^not in Hanoi Courier/);
  const page = await tab.page.textContent("main");
  assert.doesNotMatch(page, /\b(denied|dropped|omitted)\b/);
}

export async function roles_are_in_the_words_of_each_account(tab, { server }) {
  await open(tab, server);
  await tab.page.waitForSelector(".ppl .role a.ev");
  const roles = await tab.texts(".ppl .role a.ev");
  assert.ok(
    roles.some((role) => /general secretary/i.test(role)),
    roles.join(),
  );
}

export async function evidence_opens_beside_and_gives_the_focus_back(tab, { server }) {
  await open(tab, server);
  const quote = tab.page.locator(".cmp td a.ev").first();
  await quote.scrollIntoViewIfNeeded();
  const before = (await quote.boundingBox()).y;
  await quote.click();
  const panel = tab.page.getByRole("complementary", { name: "Evidence" });
  await panel.getByText("Characters").waitFor();
  await tab.quiet();
  assert.ok(Math.abs((await quote.boundingBox()).y - before) < 3, "the words stay where they were");
  const words = (await quote.textContent()).trim();
  assert.equal((await panel.locator(".in > .q mark").textContent()).trim(), words);
  await tab.page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  assert.equal((await tab.page.evaluate(() => document.activeElement.textContent)).trim(), words);
}

export async function keys_carry_the_panel_along(tab, { server }) {
  await open(tab, server);
  await tab.page.keyboard.press("j");
  await tab.page.keyboard.press("e");
  const mark = tab.page.locator(".drawer .in > .q mark");
  await mark.waitFor();
  const first = await mark.textContent();
  await tab.page.keyboard.press("j");
  await tab.page.waitForFunction(
    (was) => document.querySelector(".drawer .in > .q mark")?.textContent !== was,
    first,
  );
  assert.equal(await tab.count(".drawer"), 1);
}

export async function all_places_of_a_point_are_in_the_panel(tab, { server }) {
  const visit = visit_of(server, "2023-12-hanoi-courier");
  const point = server
    .json("compare", visit)
    .points.find((each) => Object.values(each.in).some((texts) => texts.length > 1));
  const [document, texts] = Object.entries(point.in).find(([, all]) => all.length > 1);
  await tab.go(`/m/${visit}`, `#${point.id}`);
  await tab.page
    .locator(`#${point.id} a.ev`, { hasText: texts[0].text.slice(0, 20) })
    .first()
    .click();
  await tab.has(".drawer .places li", texts.length - 1);
  const [address] = await tab.page.$$eval(".drawer .places a", (all) => all.map((a) => a.hash));
  assert.equal(address, `#${texts[1].start}-${texts[1].end}`, document);
}

export async function a_preview_shows_on_hover(tab, { server }) {
  await open(tab, server);
  await tab.page.locator(".cmp td a.ev").first().hover();
  const peek = tab.page.locator(".peek mark");
  await peek.waitFor();
  await tab.page.mouse.move(2, 400);
  await peek.waitFor({ state: "detached" });
}

export async function a_point_has_an_address(tab, { server }) {
  const visit = visit_of(server, "2023-12-hanoi-courier");
  const point = server.json("compare", visit).points[7].id;
  await tab.go(`/m/${visit}#${point}`, `#${point}.sel`);
}

export async function whole_texts_come_to_one_height(tab, { server }) {
  await open(tab, server, "?mode=texts");
  const shared = server
    .json("compare", visit_of(server, "2023-12-hanoi-courier"))
    .points.filter((point) => Object.values(point.in).every((texts) => texts.length > 0));
  const point = shared[shared.length - 1].id;
  const left = tab.page.locator(`.whole article:nth-child(1) [data-pt="${point}"]`).first();
  const right = tab.page.locator(`.whole article:nth-child(2) [data-pt="${point}"]`).first();
  await left.click();
  await tab.page.waitForFunction((point) => {
    const [x, y] = [1, 2].map((n) =>
      document
        .querySelector(`.whole article:nth-child(${n}) [data-pt="${point}"]`)
        .getBoundingClientRect(),
    );
    return Math.abs(x.y - y.y) < 30;
  }, point);
  assert.equal(await tab.count(".whole .one"), await tab.count(".whole .tp1.one"));
  assert.ok((await tab.count(".whole .one")) > 0);
}

export async function of_three_accounts_two_are_chosen(tab, { server }) {
  const visit = visit_of(server, "2024-08-beijing-courier");
  const compared = server.json("compare", visit);
  assert.ok(compared.accounts.length > 2, "the example has three accounts");
  await tab.go(`/m/${visit}`, ".cmp tbody tr");
  assert.equal(await tab.count(".cmp tbody tr:first-child .mk i"), compared.accounts.length);
  const [, third] = await tab.page.$$eval(".cmp thead th:nth-child(3) option", (all) =>
    all.filter((each) => !each.selected).map((each) => each.value),
  );
  await tab.page.getByLabel("Account in the right column").selectOption(third);
  await tab.page.waitForURL(new RegExp(`right=${third}`));
  // The two columns never show the same account.
  const [left, right] = await tab.page.$$eval(".cmp thead select", (all) =>
    all.map((each) => each.value),
  );
  assert.equal(right, third);
  assert.notEqual(left, right);
}

export async function one_account_says_that_nothing_is_left_out(tab, { server }) {
  const call = server.json("meetings").find((each) => each.kind === "call").id;
  await tab.go(`/m/${call}`, ".one-side");
  assert.match(await tab.page.textContent(".one-side"), /nothing can be called left out/);
}

export async function an_unknown_meeting_says_so(tab) {
  await tab.go("/m/m-0000000000", "[role=alert]");
}
