// Where is it said: passages, facets, concordance, queries that cannot be read.
import assert from "node:assert/strict";

export async function passages_are_those_of_the_command_line(tab, { server }) {
  await tab.go("/search?q=railway", ".res [data-row]");
  const hits = server.json("search", "railway");
  assert.equal(await tab.count(".res [data-row]"), hits.length);
  assert.equal((await tab.texts(".res mark")).length, hits.flatMap((hit) => hit.words).length);
}

export async function the_bar_searches(tab) {
  await tab.go("/meetings", ".mt tbody tr");
  await tab.page.keyboard.press("/");
  await tab.page.keyboard.type("railway");
  await tab.page.keyboard.press("Enter");
  await tab.page.waitForURL("**/search?q=railway");
  await tab.page.waitForSelector(".res [data-row]");
  await tab.page.goBack();
  await tab.page.waitForSelector(".mt tbody tr");
}

export async function accents_do_not_matter(tab) {
  await tab.go("/search?q=" + encodeURIComponent('speaker:"To Lam"'), ".res [data-row]");
  const plain = await tab.count(".res [data-row]");
  assert.ok(plain > 0);
}

export async function concordance_has_a_line_for_each_word(tab, { server }) {
  await tab.go("/search?q=coop*&view=kwic", ".kw tbody tr");
  const words = server.json("search", "coop*").flatMap((hit) => hit.words);
  assert.equal(await tab.count(".kw tbody tr"), words.length);
  await tab.page.getByRole("button", { name: "By the words after" }).click();
  await tab.page.waitForURL(/sort=after/);
  // The word that was found, then what follows it in the order of the alphabet.
  const follows = (await tab.texts(".kw td.r")).map(
    (line) => line.match(/[\p{L}\p{N}]+/gu)?.[1]?.toLowerCase() ?? "",
  );
  assert.deepEqual(follows, [...follows].sort());
}

export async function a_bad_query_is_searched_as_a_phrase_and_says_so(tab) {
  await tab.go("/search?q=" + encodeURIComponent("(((railway"));
  await tab.page.locator(".note").getByText("phrase").waitFor();
}

export async function nothing_found_says_so(tab) {
  await tab.go("/search?q=zzzqqq");
  await tab.page.getByText("No passage has zzzqqq").waitFor();
}

export async function without_a_query_it_tells_how(tab) {
  await tab.go("/search");
  await tab.page.getByText("How to ask").waitFor();
}

export async function a_passage_is_proved_by_key(tab) {
  await tab.go("/search?q=railway", ".res [data-row]");
  await tab.page.keyboard.press("j");
  await tab.page.keyboard.press("e");
  await tab.page.getByRole("complementary", { name: "Evidence" }).getByText("Characters").waitFor();
}
