// The record changes, the program stops: nothing on the screen jumps or vanishes.
import assert from "node:assert/strict";
import { open_tab, Server } from "../harness.mjs";

const kLooksAgain = 11_000; // ms, a little more than the page waits

export async function new_documents_are_shown_on_request(_, { browser }) {
  const server = await Server.start(["examples/2023-12-hanoi-courier.md"]);
  try {
    const tab = await open_tab(browser, server);
    await tab.page.clock.install();
    await tab.go("/documents", ".docs tbody tr");
    server.add("examples/2024-08-beijing-courier.txt");
    await tab.page.clock.fastForward(kLooksAgain);
    await tab.page.getByText("1 new document in the record.").waitFor();
    assert.equal(await tab.count(".docs tbody tr"), 1);
    await tab.page.getByRole("button", { name: "Show" }).click();
    await tab.page.locator(".docs tbody tr").nth(1).waitFor();
    await tab.close();
  } finally {
    await server.stop();
  }
}

export async function a_program_that_stopped_is_told_of(_, { browser }) {
  const server = await Server.start(["examples/2023-12-hanoi-courier.md"]);
  const tab = await open_tab(browser, server);
  await tab.page.clock.install();
  await tab.go("/meetings", ".mt tbody tr");
  await server.stop();
  await tab.page.clock.fastForward(kLooksAgain);
  await tab.page.getByText("The program does not answer.").waitFor();
  assert.ok((await tab.count(".mt tbody tr")) > 0, "what was read stays on the screen");
  await tab.close();
}
