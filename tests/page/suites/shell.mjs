// What every view shares: keys, theme, token, addresses, speed, weight.
import assert from "node:assert/strict";
import { open_tab } from "../harness.mjs";

export async function keys_are_listed(tab) {
  await tab.go("/meetings", ".mt tbody tr");
  await tab.page.keyboard.press("?");
  await tab.page.getByRole("dialog", { name: "Keys" }).waitFor();
  await tab.page.keyboard.press("Escape");
  await tab.page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
}

export async function single_keys_are_off_while_typing_and_can_be_switched_off(tab) {
  await tab.go("/meetings", ".mt tbody tr");
  await tab.page.keyboard.press("/");
  await tab.page.keyboard.type("j?");
  assert.equal(await tab.page.inputValue("#find"), "j?");
  assert.equal(await tab.count(".mt tr.sel"), 0);
  await tab.page.keyboard.press("Escape");
  await tab.choose("keys", "off");
  await tab.page.reload();
  await tab.page.waitForSelector(".mt tbody tr");
  await tab.page.keyboard.press("j");
  await tab.quiet();
  assert.equal(await tab.count(".mt tr.sel"), 0);
}

export async function the_theme_is_the_systems_until_chosen(tab) {
  const theme = () => tab.page.evaluate(() => document.documentElement.dataset.theme);
  await tab.go("/meetings", ".mt tbody tr");
  assert.equal(await theme(), "dark");
  await tab.page.getByRole("button", { name: "Dark or light" }).click();
  assert.equal(await theme(), "light");
  await tab.page.reload();
  await tab.page.waitForSelector(".mt tbody tr");
  assert.equal(await theme(), "light");
}
the_theme_is_the_systems_until_chosen.options = { colorScheme: "dark" };

export async function the_token_leaves_the_address(tab, { server }) {
  await tab.write();
  await tab.page.waitForSelector(".mt tbody tr");
  assert.doesNotMatch(tab.page.url(), /token/);
  assert.equal(
    await tab.page.evaluate(() => sessionStorage.getItem("verbale-token")),
    server.token,
  );
}

export async function an_address_that_leads_nowhere_says_so(tab) {
  await tab.go("/no/such/view");
  await tab.page.getByText("This address leads nowhere").waitFor();
}

// In a browser that has nothing of it yet; the best of three, for the machine may be busy.
export async function the_first_view_is_there_within_a_second(_, { server, browser }) {
  const took = [];
  for (let i = 0; i < 3; i += 1) {
    const tab = await open_tab(browser, server);
    const start = Date.now();
    await tab.page.goto(`${server.address}/meetings`);
    await tab.page.waitForSelector(".mt tbody tr");
    took.push(Date.now() - start);
    await tab.close();
  }
  assert.ok(Math.min(...took) < 1000, `${took.join(", ")} ms`);
}
the_first_view_is_there_within_a_second.alone = true;

// All that the page can load, compressed as it travels.
export async function all_scripts_and_styles_are_below_300_kB(tab, { server }) {
  if (process.env.VERBALE_PAGE) return;
  const seen = new Set();
  const waiting = [
    ...(await (await fetch(server.address + "/")).text()).matchAll(/\/(assets\/[\w.-]+)/g),
  ].map((m) => m[1]);
  let bytes = 0;
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    const response = await fetch(`${server.address}/${name}`, {
      headers: { "Accept-Encoding": "gzip" },
    });
    assert.equal(response.status, 200, name);
    bytes += Number(response.headers.get("content-length"));
    const text = await response.text();
    for (const [, other] of text.matchAll(/["'/]([\w.-]+-[\w-]{8}\.(?:js|css))["']/g))
      waiting.push(`assets/${other}`);
  }
  assert.ok(seen.size > 10, "the views were found");
  assert.ok(bytes > 50_000 && bytes < 300_000, `${bytes} bytes`);
}

export async function the_policy_allows_no_inline_script(tab, { server }) {
  if (process.env.VERBALE_PAGE) return;
  const response = await fetch(server.address + "/meetings");
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /script-src 'self'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.doesNotMatch(await response.text(), /<script>|style=|onload=/);
}
