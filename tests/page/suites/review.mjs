// Review: one item, one glance, one key; decisions at once and written behind; undo without limit.
import assert from "node:assert/strict";
import { phone } from "../harness.mjs";

// A server of its own for each test that writes; the token and the reviewer's name are given.
async function with_desk(tab, server, work, options = {}) {
  const own = await server.copy();
  try {
    await tab.page.goto(`${own.address}/settings${options.token === false ? "" : `#token=${own.token}`}`);
    await tab.choose("reviewer", "Mai Hoa");
    await tab.page.goto(`${own.address}/review${options.query ?? "?layer=statement"}`);
    await ready(tab);
    await work(own);
  } finally {
    await own.stop();
  }
}

// The text and its actors have come.
const ready = (tab) => tab.page.waitForSelector('.rq[aria-busy="false"] .quote mark');
const press = async (tab, ...keys) => {
  for (const key of keys) await tab.page.keyboard.press(key);
};
const current = (tab) => tab.page.locator('.qi[aria-current="true"]');
const id = (tab) => tab.page.locator(".rq .mono").first().innerText();
const words = async (tab) => (await tab.texts(".quote mark")).join("");
const decisions = async (own, query = "") =>
  (await fetch(`${own.address}/api/decisions${query}`)).json();
const written = (tab, how) => tab.page.locator(".qi.done", { hasText: how }).first().waitFor();
async function settled(tab, own, count, wanted = () => true) {
  for (let i = 0; i < 200; i += 1) {
    const standing = (await decisions(own, "?reviewer=Mai%20Hoa")).filter(
      (one) => !one.withdrawn_at,
    );
    if (standing.length === count && standing.every(wanted)) return standing;
    await tab.page.waitForTimeout(50);
  }
  assert.fail(`there are not ${count} decisions in the record`);
}
export async function the_name_comes_first(tab) {
  await tab.go("/review", "form.whose");
  await tab.page.getByLabel(/Your name/).fill("Mai Hoa");
  await tab.page.keyboard.press("Enter");
  await tab.page.waitForSelector(".quote mark");
}

export async function the_most_doubtful_comes_first(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const { items, total } = await (
      await fetch(`${own.address}/api/review/queue?reviewer=Mai%20Hoa&state=open&layer=statement`)
    ).json();
    assert.equal(await id(tab), items[0].entry.id);
    assert.match(await tab.page.locator(".lhead").innerText(), new RegExp(`0 of ${total} decided`));
    const quoted = items[0].entry.content.map((part) => part.text).join("");
    assert.equal(await words(tab), quoted);
  });
}

export async function a_wrong_speaker_is_corrected_by_keyboard(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const entry = await id(tab);
    const speaker = tab.page.getByRole("group", { name: "Speaker", exact: true });
    const before = await speaker.locator('[aria-pressed="true"]').innerText();
    await press(tab, "s");
    const after = await speaker.locator('[aria-pressed="true"]').innerText();
    assert.notEqual(after, before);
    await tab.page.getByRole("button", { name: /^Accept as corrected/ }).waitFor();
    await press(tab, "a");
    await written(tab, "Corrected");
    assert.notEqual(await id(tab), entry, "the next item comes by itself");
    const [decision] = await settled(tab, own, 1);
    assert.equal(decision.entry, entry);
    assert.equal(decision.action, "correct");
    assert.deepEqual(Object.keys(decision.change), ["speaker"]);
    // It flows into the lists.
    const statement = own.json("statements").find((one) => one.id === entry);
    assert.deepEqual([...statement.speaker].sort(), [...decision.change.speaker].sort());
  });
}

export async function a_speaker_is_found_by_typing(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    await press(tab, "S");
    const field = tab.page.getByRole("combobox", { name: /type a name/ });
    await field.fill("to lam");
    await tab.page.locator(".finder li", { hasText: "To Lam" }).waitFor();
    await press(tab, "Enter", "a");
    const [decision] = await settled(tab, own, 1);
    assert.ok(["accept", "correct"].includes(decision.action));
    if (decision.action === "correct") assert.deepEqual(decision.change.speaker, ["to-lam"]);
  });
}

export async function the_ends_of_the_words_move_by_word(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const before = await words(tab);
    await press(tab, "]");
    const shorter = await words(tab);
    assert.ok(before.endsWith(shorter) && shorter.length < before.length);
    await press(tab, "[");
    assert.equal(await words(tab), before);
    await press(tab, "Shift+ArrowLeft");
    const cut = await words(tab);
    assert.ok(before.startsWith(cut) && cut.length < before.length);
    await press(tab, "a");
    const [decision] = await settled(tab, own, 1);
    assert.deepEqual(Object.keys(decision.change), ["content"]);
  });
}

export async function the_end_of_the_words_is_dragged(tab, { server }) {
  await with_desk(tab, server, async () => {
    const before = await words(tab);
    const grip = await tab.page.locator(".grip.end").boundingBox();
    const [x, y] = await tab.page
      .locator(".quote mark")
      .first()
      .evaluate((mark) => {
        const line = mark.getClientRects()[0];
        return [line.x + line.width / 2, line.y + line.height / 2];
      });
    await tab.page.mouse.move(grip.x, grip.y + 4);
    await tab.page.mouse.down();
    await tab.page.mouse.move(x, y, { steps: 6 });
    await tab.page.mouse.up();
    const after = await words(tab);
    assert.ok(after.length < before.length && before.startsWith(after), `${before} / ${after}`);
    await press(tab, "u");
    assert.equal(await words(tab), before);
  });
}

export async function every_key_does_what_it_says(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const chosen = (name) =>
      tab.page
        .getByRole("group", { name, exact: true })
        .locator('[aria-pressed="true"]')
        .innerText();
    for (const [key, name] of [
      ["t", "Act"],
      ["f", "Form"],
      ["o", "To"],
    ]) {
      const before = await chosen(name);
      await press(tab, key);
      assert.notEqual(await chosen(name), before, `${key} changes ${name}`);
      await press(tab, "u");
      assert.equal(await chosen(name), before, `u takes ${key} back`);
    }
    const first = await id(tab);
    await press(tab, "j");
    assert.notEqual(await id(tab), first);
    await press(tab, "k");
    assert.equal(await id(tab), first);
    await press(tab, "r");
    await written(tab, "Rejected");
    await press(tab, "n");
    await written(tab, "Nothing here");
    const made = await settled(tab, own, 2);
    assert.deepEqual(made.map((one) => one.action).sort(), ["nothing-here", "reject"]);
  });
}

export async function a_comment_stays_with_the_claim(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    await press(tab, "i");
    await tab.page.keyboard.type("ask the embassy");
    await press(tab, "Control+Enter", "a");
    await written(tab, "Accepted");
    // Once: it went into the decision.
    await settled(tab, own, 1, (one) => one.comment === "ask the embassy");
  });
}

export async function undo_has_no_limit(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const first = await id(tab);
    await press(tab, "a", "r", "a");
    await settled(tab, own, 3);
    await press(tab, "u", "u", "u");
    await settled(tab, own, 0);
    assert.equal(await id(tab), first);
    assert.match(await tab.page.locator(".lhead").innerText(), /0 of \d+ decided/);
    // Also what was decided before the page was opened.
    await press(tab, "r");
    await settled(tab, own, 1);
    await tab.page.reload();
    await ready(tab);
    assert.match(await tab.page.locator(".lhead").innerText(), /1 of \d+ decided/);
    await press(tab, "u");
    await settled(tab, own, 0);
  });
}

export async function what_is_decided_is_looked_over(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const entry = await id(tab);
    await press(tab, "r");
    await settled(tab, own, 1);
    await tab.page.getByRole("button", { name: "Decided", exact: true }).click();
    await tab.page.waitForURL(/state=decided/);
    await tab.page.waitForFunction((n) => document.querySelectorAll(".qi").length === n, 1);
    assert.equal(await id(tab), entry);
    assert.match(await current(tab).innerText(), /Rejected/);
    await press(tab, "a");
    await written(tab, "Accepted");
    await settled(tab, own, 1, (decision) => decision.action === "accept");
  });
}

export async function a_write_that_fails_puts_the_item_back(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const entry = await id(tab);
    await tab.page.route("**/api/decisions", refuse);
    await press(tab, "a");
    await tab.page.locator(".qi", { hasText: "Not written" }).waitFor(); // stays; what is told of it passes
    assert.match(await tab.page.locator(".lhead").innerText(), /0 of \d+ decided/);
    await tab.page.unroute("**/api/decisions");
    await press(tab, "k");
    assert.equal(await id(tab), entry);
    await press(tab, "a");
    await settled(tab, own, 1);
  });
}

// The same words decided anew within one second are the same decision.
const next_second = (tab) => tab.page.waitForTimeout(1100);
const refuse = (route) =>
  route.fulfill({
    status: 503,
    contentType: "application/json",
    body: JSON.stringify({ error: "the record is being written", remedy: "try again" }),
  });

export async function deciding_again_loses_nothing_when_it_fails(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const entry = await id(tab);
    await press(tab, "a");
    const [first] = await settled(tab, own, 1);
    await press(tab, "k");
    assert.equal(await id(tab), entry);
    await next_second(tab);
    await tab.page.route("**/api/decisions", refuse, { times: 1 });
    await press(tab, "r");
    await tab.page.getByRole("status").getByText("the earlier decision stands").waitFor();
    const [again] = await settled(tab, own, 1);
    assert.deepEqual([again.entry, again.action], [first.entry, first.action]);
    // And it can be decided otherwise, and taken back.
    await press(tab, "k", "r");
    await settled(tab, own, 1, (one) => one.action === "reject");
    await next_second(tab);
    await press(tab, "u");
    await settled(tab, own, 1, (one) => one.action === "accept");
  });
}

export async function writing_asks_for_the_token(tab, { server }) {
  await with_desk(
    tab,
    server,
    async (own) => {
      await press(tab, "a");
      await tab.page.getByLabel(/Token/).fill(own.token);
      await tab.page.getByRole("button", { name: "Go on", exact: true }).click();
      await settled(tab, own, 1);
    },
    { token: false },
  );
}

export async function an_undertaking_has_its_own_fields(tab, { server }) {
  await with_desk(
    tab,
    server,
    async (own) => {
      const kind = tab.page.getByRole("group", { name: "Kind", exact: true });
      const before = await kind.locator('[aria-pressed="true"]').innerText();
      await press(tab, "t");
      assert.notEqual(await kind.locator('[aria-pressed="true"]').innerText(), before);
      await press(tab, "a");
      const [decision] = await settled(tab, own, 1);
      assert.deepEqual(Object.keys(decision.change), ["kind"]);
    },
    { query: "?layer=commitment" },
  );
}

export async function only_one_document(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    await tab.page.getByLabel("Document").selectOption("2023-12-hanoi-courier");
    await tab.page.waitForURL(/document=2023-12-hanoi-courier/);
    await tab.page.waitForSelector(".quote mark");
    const own_entries = new Set(
      own.json("statements", "--document", "2023-12-hanoi-courier").map((one) => one.id),
    );
    await tab.page.waitForFunction(
      (n) => document.querySelectorAll(".qi").length <= n,
      own_entries.size,
    );
    assert.ok(own_entries.has(await id(tab)));
  });
}

export async function keys_are_off_while_typing(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    await press(tab, "i");
    await tab.page.keyboard.type("raa");
    assert.equal(await tab.count(".qi.done"), 0);
    await press(tab, "Escape");
    // What was typed is a comment, and no verdict.
    await settled(tab, own, 1, (one) => one.action === "comment" && one.comment === "raa");
    assert.equal(await tab.count(".qi.done"), 0);
  });
}

export async function a_phone_needs_no_keyboard(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const tap = (name) => tab.page.getByRole("button", { name }).first().tap();
    await tap(/^End a word earlier/);
    await tap(/^Accept as corrected/);
    await settled(tab, own, 1);
    await tap(/^Reject/);
    await settled(tab, own, 2);
    await tap(/^Undo/);
    await settled(tab, own, 1);
    await tap(/^Next claim/);
    await tap(/^Nothing here/);
    await settled(tab, own, 2);
  });
}
a_phone_needs_no_keyboard.options = phone;

export async function a_text_cannot_break_out(tab, { server }) {
  await with_desk(tab, server, async () => {
    assert.equal(await tab.count(".quote script, .quote img"), 0);
  });
}

// Two people judge the same first claims; one of them otherwise.
async function two_reviewers(own) {
  const decide = (reviewer, entry, action, more = {}) =>
    fetch(`${own.address}/api/decisions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Verbale-Token": own.token },
      body: JSON.stringify({ reviewer, entry, action, ...more }),
    }).then(async (answer) => assert.ok(answer.ok, await answer.text()));
  const statements = own.json("statements", "--document", "2024-08-beijing-courier").slice(0, 4);
  for (const { id: entry } of statements) await decide("Mai Hoa", entry, "accept");
  const [first, second, third] = statements.map((one) => one.id);
  const other = statements[0].speaker.includes("xi-jinping") ? "to-lam" : "xi-jinping";
  await decide("An Binh", first, "correct", { change: { speaker: [other] } });
  await decide("An Binh", second, "reject");
  await decide("An Binh", third, "accept");
}

export async function two_reviewers_are_laid_side_by_side(tab, { server }) {
  const own = await server.copy();
  try {
    await two_reviewers(own);
    await tab.page.goto(`${own.address}/settings#token=${own.token}`);
    await tab.choose("reviewer", "Mai Hoa");
    await tab.page.goto(`${own.address}/review?with=An%20Binh`);
    await tab.page.waitForSelector(".agr tbody tr");
    const agreement = await (
      await fetch(`${own.address}/api/review/agreement?a=Mai%20Hoa&b=An%20Binh`)
    ).json();
    assert.equal(agreement.differences.length, 2);
    const said = await tab.page.locator(".head .sub").innerText();
    assert.match(said, /have both judged 3 claims/);
    assert.match(said, /2 differences are to be settled/);
    assert.equal(await tab.count(".diff"), 2);
    const boxed = tab.page.locator(".diff", { hasText: "Speaker" }).locator("td.box");
    assert.equal(await boxed.count(), 2);
    // Settled by keyboard: the second reviewer is followed.
    await press(tab, "j", "2");
    await tab.page.getByText("1 difference is to be settled").waitFor();
    const made = await decisions(own);
    assert.ok(made.some((one) => one.action === "adjudicate"));
  } finally {
    await own.stop();
  }
}

export async function a_reviewer_alone_is_told_so(tab, { server }) {
  await with_desk(tab, server, async () => {
    await tab.page.getByRole("button", { name: "compare reviewers" }).click();
    await tab.page.getByText("One reviewer so far").waitFor();
  });
}

export async function nothing_here_on_words_alone_is_looked_over(tab, { server }) {
  await with_desk(tab, server, async (own) => {
    const made = await fetch(`${own.address}/api/decisions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Verbale-Token": own.token },
      body: JSON.stringify({
        reviewer: "Mai Hoa",
        document: "2024-08-beijing-courier",
        start: 20,
        end: 40,
        action: "nothing-here",
      }),
    });
    const { decision } = await made.json();
    await tab.page.getByRole("button", { name: "Decided", exact: true }).click();
    const list = tab.page.getByRole("region", { name: "On words without a claim" });
    await list.getByText(decision.text.text).waitFor();
    await list.getByRole("button", { name: "take back" }).click();
    await list.waitFor({ state: "detached" });
    assert.equal((await decisions(own)).filter((one) => !one.withdrawn_at).length, 0);
  });
}
