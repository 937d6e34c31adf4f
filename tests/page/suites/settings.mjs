// What a browser keeps for its reader.
import assert from "node:assert/strict";

export async function single_keys_can_be_switched_off(tab) {
  await tab.go("/settings", ".set section");
  await tab.page.getByRole("group", { name: "Single keys" }).getByText("Off").click();
  await tab.go("/ledger", ".led tbody tr");
  await tab.page.keyboard.press("j");
  await tab.quiet();
  assert.equal(await tab.count("tr.sel"), 0);
}

export async function dark_is_kept(tab) {
  await tab.go("/settings", ".set section");
  await tab.page.getByRole("button", { name: "Dark", exact: true }).click();
  await tab.go("/settings", ".set section");
  const theme = await tab.page.evaluate(() => document.documentElement.dataset.theme);
  assert.equal(theme, "dark");
}

export async function the_token_is_given_and_forgotten(tab, { server }) {
  await tab.go("/settings", ".set section");
  await tab.page.getByText("This tab only reads").waitFor();
  await tab.page.getByRole("button", { name: "Give the token" }).click();
  await tab.page.getByLabel(/Token/).fill(`${server.address}/#token=${server.token}`);
  await tab.page.getByRole("button", { name: "Go on", exact: true }).click();
  await tab.page.getByText("This tab may write").waitFor();
  await tab.page.getByRole("button", { name: "Forget the token" }).click();
  await tab.page.getByText("This tab only reads").waitFor();
}
