// Markup in a document's text, title, outlet or file name is only ever text.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { open_tab, Server } from "../harness.mjs";

const kScript = `<script>window.hurt=1</script><img src=x onerror="window.hurt=1">`;
const kName = `"><img src=x onerror=window.hurt=1>.txt`;
const kText = `${kScript}
HANOI - General Secretary To Lam held talks with President Xi Jinping in Hanoi on 14 April 2025.
To Lam said that ${kScript} the two countries will build a railway. <b onmouseover="window.hurt=1">Xi Jinping</b> said javascript:window.hurt=1 is welcome.
`;

async function is_unhurt(tab, where) {
  await tab.quiet();
  assert.equal(await tab.page.evaluate(() => window.hurt), undefined, where);
  assert.equal(await tab.page.locator("main img, main script").count(), 0, where);
}

export async function documents_cannot_run_anything(_, { browser }) {
  const server = await Server.start([]);
  try {
    const file = path.join(server.folder, kName);
    fs.writeFileSync(file, kText);
    fs.writeFileSync(
      `${file}.json`,
      JSON.stringify({ title: kScript, outlet: kScript, date: "2025-04-14", side: "VNM" }),
    );
    server.add(file);
    const [row] = server.json("documents");
    const [meeting] = server.json("meetings");
    const tab = await open_tab(browser, server);
    await tab.go(`/d/${row.id}`, ".txt p");
    await is_unhurt(tab, "document");
    assert.ok((await tab.page.textContent(".txt")).includes("window.hurt=1</script>"));
    await tab.go("/documents", ".docs tbody tr");
    await is_unhurt(tab, "documents");
    await tab.go("/meetings", "main");
    await is_unhurt(tab, "meetings");
    if (meeting) {
      await tab.go(`/m/${meeting.id}`, ".cmp tbody tr");
      await is_unhurt(tab, "meeting");
    }
    await tab.go("/search?q=railway", ".res [data-row]");
    await is_unhurt(tab, "search");
    await tab.go("/search?q=" + encodeURIComponent(kScript), "main");
    await is_unhurt(tab, "query");
    await tab.go("/d/" + encodeURIComponent(kScript), "[role=alert]");
    await is_unhurt(tab, "address");
    await tab.close();
  } finally {
    await server.stop();
  }
}
