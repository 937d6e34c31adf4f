// Pictures of the page on the demo record: node screenshots.mjs FOLDER (scripts/screenshots.sh).
import fs from "node:fs";
import path from "node:path";
import { launch, open_tab, phone, Server, what_is_missing } from "./harness.mjs";
import { small_png } from "./small_png.mjs";

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
  ["review", "/review?layer=statement", ".quote mark", {}],
  ["search", "/search?q=railway", ".res [data-row]", {}],
  ["phone", `/m/${visit}`, ".cmp tbody tr", phone],
];

let code = 0;
for (const [name, address, what, options, then] of pictures) {
  const tab = await open_tab(browser, server, options);
  await tab.page.addInitScript(() => localStorage.setItem("verbale-reviewer", "Mai Hoa"));
  try {
    await tab.go(address, what);
    await then?.(tab.page);
    await tab.page.waitForTimeout(300);
    const file = path.join(folder, `${name}.png`);
    const picture = small_png(await tab.page.screenshot());
    fs.writeFileSync(file, picture);
    console.log(`${file} ${Math.round(picture.length / 1000)} kB`);
    if (picture.length > kLargest) code = 1;
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    code = 1;
  }
  await tab.page.context().close();
}
await browser.close();
await server.stop();
process.exitCode = code;
