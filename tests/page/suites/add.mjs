// Documents come in through the page: files, a pasted text; what is refused says why.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { open_tab, root, Server } from "../harness.mjs";

export async function an_empty_record_takes_files_and_a_pasted_text(_, { browser }) {
  const server = await Server.start([]);
  try {
    const tab = await open_tab(browser, server);
    await tab.write();
    await tab.page.getByText("The record is empty").waitFor();
    await tab.page.getByRole("link", { name: "Choose files" }).click();
    await tab.page.waitForSelector(".drop");

    const nothing = path.join(server.folder, "nothing.txt");
    fs.writeFileSync(nothing, "");
    await tab.page.setInputFiles(".drop input", [
      path.join(root, "examples/2023-12-hanoi-courier.md"),
      nothing,
      path.join(root, "examples/2023-12-hanoi-courier.md"),
    ]);
    await tab.page.getByRole("link", { name: "See what came out" }).waitFor();
    assert.match(
      await tab.page.textContent(".progress h2"),
      /One added, one known already, one refused/,
    );
    assert.ok((await tab.texts(".imp .bad")).join().length > 0);

    await tab.page.fill(
      ".paste textarea",
      fs.readFileSync(path.join(root, "examples/2023-12-hanoi-observer.txt"), "utf8"),
    );
    await tab.page.getByLabel("Outlet").fill("Beijing Observer");
    await tab.page.getByLabel("Date").fill("2023-12-12");
    await tab.page.getByLabel("Side").fill("CHN");
    await tab.page.getByRole("button", { name: "Read it" }).click();
    await tab.page.waitForFunction(() =>
      /Two added/.test(document.querySelector(".progress h2")?.textContent ?? ""),
    );

    const rows = server.json("documents");
    assert.equal(rows.length, 2);
    assert.ok(
      rows.some(
        (row) =>
          row.outlet === "Beijing Observer" && row.side === "CHN" && row.published === "2023-12-12",
      ),
    );
    await tab.page.getByRole("link", { name: "See what came out" }).click();
    await tab.page.waitForSelector(".mt tbody tr");
    await tab.close();
  } finally {
    await server.stop();
  }
}

export async function without_the_token_it_is_asked_for(_, { browser }) {
  const server = await Server.start([]);
  try {
    const tab = await open_tab(browser, server);
    await tab.go("/add", ".drop");
    await tab.page.setInputFiles(
      ".drop input",
      path.join(root, "examples/2023-12-hanoi-courier.md"),
    );
    const dialog = tab.page.getByRole("dialog", { name: "Writing needs the token" });
    await dialog.waitFor();
    await dialog.getByLabel("Token or address").fill(`${server.address}/#token=${server.token}`);
    await dialog.getByRole("button", { name: "Go on" }).click();
    await tab.page.getByText("One added").waitFor();
    await tab.close();
  } finally {
    await server.stop();
  }
}
