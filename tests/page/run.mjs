// Runs the suites in suites/ (or those named on the command line) and says what failed.
// Tests that measure or share something (`test.alone`) run by themselves, before the others.
// Ends with 77, "skipped", where there is no browser or no page.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launch, open_tab, root, Server, what_is_missing } from "./harness.mjs";

const kSkipped = 77;
const kTabs = 2; // at a time
const missing = what_is_missing();
if (missing) {
  console.log(`skipped: ${missing}`);
  process.exit(kSkipped);
}

const folder = path.join(root, "tests/page/suites");
const wanted = process.argv.slice(2);
const suites = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .filter((name) => wanted.length === 0 || wanted.includes(name.slice(0, -4)))
  .sort();

const server = await Server.start(["examples"]);
const browser = await launch();
let failed = 0;
let passed = 0;
try {
  const probe = await fetch(server.address + "/");
  if (!process.env.VERBALE_PAGE && !(await probe.text()).includes('id="app"')) {
    console.log("skipped: the program was built without its page (no Node when it was built)");
    process.exitCode = kSkipped;
  } else {
    const all = [];
    for (const name of suites) {
      const suite = await import(pathToFileURL(path.join(folder, name)).href);
      for (const [what, test] of Object.entries(suite)) all.push([name.slice(0, -4), what, test]);
    }
    for (const each of all.filter(([, , test]) => test.alone)) await run(...each);
    const waiting = all.filter(([, , test]) => !test.alone);
    const work = async () => {
      for (let each = waiting.shift(); each; each = waiting.shift()) await run(...each);
    };
    await Promise.all(Array.from({ length: kTabs }, work));
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  }
} finally {
  await browser.close();
  await server.stop();
}

// A test gets a tab of its own; `options` of the function are those of the tab.
async function run(suite, what, test) {
  const start = performance.now();
  let tab;
  try {
    tab = await open_tab(browser, server, test.options ?? {});
    await test(tab, { server, browser });
    await tab.close();
    passed += 1;
    console.log(
      `ok ${suite}: ${what.replaceAll("_", " ")} (${Math.round(performance.now() - start)} ms)`,
    );
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${suite}: ${what.replaceAll("_", " ")}\n${error.stack}`);
    if (tab?.wrong.length > 0) console.log(`in the page: ${tab.wrong.join("\n")}`);
    await tab?.page.context().close();
  }
}
