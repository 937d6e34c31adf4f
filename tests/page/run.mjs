// Runs the suites in suites/ (or those named on the command line) and says what failed.
// Tests that measure or share something (`test.alone`) run by themselves, before the others.
// Ends with 77, "skipped", where there is no browser or no page.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launch, open_tab, root, Server, Tabs, what_is_missing } from "./harness.mjs";

const kSkipped = 77;
const kTabs = 3; // at a time; one of them mostly waits
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
    for (const each of all.filter(([, , test]) => test.alone)) await run(null, ...each);
    // Long ones first, so that none is left over at the end.
    const waiting = all
      .filter(([, , test]) => !test.alone)
      .sort(([, , x], [, , y]) => (y.long ? 1 : 0) - (x.long ? 1 : 0));
    const work = async () => {
      const tabs = new Tabs(browser, server);
      for (let each = waiting.shift(); each; each = waiting.shift()) await run(tabs, ...each);
    };
    await Promise.all(Array.from({ length: kTabs }, work));
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  }
} finally {
  await browser.close();
  await server.stop();
}

// A test gets a tab that is as good as new; `options` of the function are those of the tab.
async function run(tabs, suite, what, test) {
  const start = performance.now();
  const options = test.options ?? {};
  let tab;
  try {
    tab = tabs ? await tabs.open(options) : await open_tab(browser, server, options);
    await test(tab, { server, browser });
    await (tabs ? tab.clear() : tab.close());
    passed += 1;
    console.log(
      `ok ${suite}: ${what.replaceAll("_", " ")} (${Math.round(performance.now() - start)} ms)`,
    );
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${suite}: ${what.replaceAll("_", " ")}\n${error.stack}`);
    if (tab?.wrong.length > 0) console.log(`in the page: ${tab.wrong.join("\n")}`);
    await (tabs ? tabs.drop(options) : tab?.page.context().close());
  }
}
