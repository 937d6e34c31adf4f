// Pictures of the page on the demo record: node screenshots.mjs FOLDER (scripts/screenshots.sh).
import fs from "node:fs";
import path from "node:path";
import { launch, open_tab, phone, Server, what_is_missing } from "./harness.mjs";

const kLargest = 150_000; // bytes
const missing = what_is_missing();
if (missing) {
  console.error(missing);
  process.exit(1);
}
const folder = path.resolve(process.argv[2] ?? "docs/screenshots");
fs.mkdirSync(folder, { recursive: true });

const server = await Server.start(["examples"]);
const browser = await launch();
const visit = server
  .json("meetings")
  .find((m) => m.accounts.some((a) => a.document === "2024-08-beijing-observer")).visit;
const statement = server.json("statements", "--document", "2024-08-beijing-courier")[4].id;
const dark = { colorScheme: "dark" };
const kept = (values) => ({
  storageState: {
    cookies: [],
    origins: [
      {
        origin: server.address,
        localStorage: Object.entries(values).map(([name, value]) => ({ name, value })),
      },
    ],
  },
});

const pictures = [
  ["meetings", "/meetings", ".mt tbody tr", {}],
  ["meeting", `/m/${visit}`, ".cmp tbody tr", {}],
  [
    "accounts",
    `/m/${visit}#accounts`,
    ".cmp tbody tr",
    {},
    (page) => page.locator("#accounts").scrollIntoViewIfNeeded(),
  ],
  [
    "whole-texts",
    `/m/${visit}?mode=texts`,
    ".whole p",
    dark,
    (page) => page.locator(".whole").scrollIntoViewIfNeeded(),
  ],
  ["document", `/d/2024-08-beijing-courier#${statement}`, ".steps li", {}],
  ["ledger", "/l/CHN-VNM", ".led tbody tr", {}],
  [
    "review",
    "/review",
    '.rq[aria-busy="false"] .quote',
    kept({ "verbale-reviewer": "Mai Hoa", "verbale-home": "VNM" }),
  ],
  ["phrases", "/phrases", ".phr tbody tr", {}],
  ["names", "/names", ".nms tbody tr", {}],
  ["people", "/people", ".ofs tbody tr", {}],
  ["network", "/network", ".net .node", kept({ "verbale-home": "VNM" })],
  ["heat", "/heat?states=CHN,VNM&by=framework", ".hm tbody tr", {}],
  ["search", "/search?q=railway", ".res [data-row]", {}],
  ["phone", `/m/${visit}`, ".cmp tbody tr", phone],
];

let code = 0;
for (const [name, address, what, options, then] of pictures) {
  const tab = await open_tab(browser, server, options);
  try {
    await tab.go(address, what);
    await then?.(tab.page);
    await tab.page.waitForTimeout(300);
    const file = path.join(folder, `${name}.png`);
    await tab.page.screenshot({ path: file });
    const { size } = fs.statSync(file);
    console.log(`${file} ${Math.round(size / 1024)} kB`);
    if (size > kLargest) code = 1;
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    code = 1;
  }
  await tab.page.context().close();
}
await browser.close();
await server.stop();
process.exitCode = code;
