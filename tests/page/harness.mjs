// A real `verbale serve` on a record made from examples/, and a real browser that looks at it.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const require = createRequire(path.join(root, "web/package.json"));

// Why the tests cannot run here, or null.
export function what_is_missing() {
  if (!process.env.VERBALE) return "VERBALE does not name the program";
  if (!chromium_path()) return "there is no chromium (set CHROMIUM or install it)";
  try {
    require.resolve("playwright-core");
    require.resolve("axe-core");
  } catch {
    return "web/node_modules is not there (cd web && npm ci)";
  }
  return null;
}

function chromium_path() {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return places.find((place) => place && fs.existsSync(place));
}

const kPatience = 30_000; // ms; only a failure takes as long

export class Server {
  static async start(documents) {
    const server = Server.#empty();
    if (documents.length > 0) server.add(...documents);
    await server.serve();
    return server;
  }

  // A server of its own on what this one started with, for a test that writes.
  async copy() {
    const server = Server.#empty();
    fs.copyFileSync(this.kept, server.store);
    await server.serve();
    return server;
  }

  static #empty() {
    const server = new Server();
    server.folder = fs.mkdtempSync(path.join(os.tmpdir(), "verbale-page-"));
    server.store = path.join(server.folder, "record.db");
    server.kept = path.join(server.folder, "kept.db");
    return server;
  }

  add(...documents) {
    execFileSync(
      process.env.VERBALE,
      ["add", "--store", this.store, "--threads", "1", ...documents],
      {
        cwd: root,
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
  }

  // The answer of the command line.
  json(...question) {
    const answer = execFileSync(
      process.env.VERBALE,
      [...question, "--json", "--store", this.store],
      { cwd: root },
    );
    return JSON.parse(answer.toString());
  }

  async serve() {
    if (fs.existsSync(this.store)) fs.copyFileSync(this.store, this.kept);
    this.process = spawn(process.env.VERBALE, ["serve", "--store", this.store, "--port", "0"], {
      cwd: root,
    });
    const printed = await new Promise((resolve, reject) => {
      let out = "";
      this.process.stderr.on("data", (data) => (out += data));
      this.process.stdout.on("data", (data) => {
        out += data;
        if (out.includes("#token=")) resolve(out);
      });
      this.process.once("exit", () => reject(new Error(`verbale serve ended: ${out}`)));
      setTimeout(
        () => reject(new Error(`verbale serve printed no address: ${out}`)),
        kPatience,
      ).unref();
    });
    const [, address, token] = printed.match(/(http:\/\/127\.0\.0\.1:\d+)\/#token=(\S+)/);
    this.address = address;
    this.token = token;
  }

  // At once: asked to stop, it would wait for the browser to let go of its connections.
  async stop() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGKILL");
    await ended;
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

export function launch() {
  const { chromium } = require("playwright-core");
  return chromium.launch({
    executablePath: chromium_path(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
}

export const wide = { viewport: { width: 1366, height: 768 } };
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

// Where the page is not embedded, it can be tried from a folder: VERBALE_PAGE=web/dist.
const kTypes = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
};
const kPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

async function serve_from(folder, context) {
  await context.route(/^(?!.*\/api\/)/, (route) => {
    const name = new URL(route.request().url()).pathname;
    const asked = path.join(folder, name);
    const file =
      name.startsWith("/assets/") && fs.existsSync(asked) ? asked : path.join(folder, "index.html");
    return route.fulfill({
      body: fs.readFileSync(file),
      headers: {
        "Content-Type": kTypes[file.split(".").pop()],
        "Content-Security-Policy": kPolicy,
      },
    });
  });
}

// Processes of a browser are dear. Tests that ask for the same options one after another share a tab;
// what one leaves in it is taken away after it.
export class Tabs {
  #browser;
  #server;
  #tabs = new Map(); // by options

  constructor(browser, server) {
    this.#browser = browser;
    this.#server = server;
  }

  async open(options) {
    const key = JSON.stringify(options);
    if (!this.#tabs.has(key))
      this.#tabs.set(key, await open_tab(this.#browser, this.#server, options));
    return this.#tabs.get(key);
  }

  // After a failure nothing is known of it.
  async drop(options) {
    const tab = this.#tabs.get(JSON.stringify(options));
    this.#tabs.delete(JSON.stringify(options));
    await tab?.page.context().close();
  }
}

async function new_context(browser, server, options) {
  const context = await browser.newContext({ ...wide, reducedMotion: "reduce", ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.address });
  if (process.env.VERBALE_PAGE)
    await serve_from(path.resolve(root, process.env.VERBALE_PAGE), context);
  return context;
}

// A tab in a browser that nobody has used.
export async function open_tab(browser, server, options = {}) {
  return new_tab(await new_context(browser, server, options), server);
}

// Remembers everything that went wrong in it: script errors, refused inline style or script,
// messages to the console; and what it is waiting for.
async function new_tab(context, server) {
  const page = await context.newPage();
  page.setDefaultTimeout(kPatience);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
      wrong.push(message.text());
  });
  const asked = new Set();
  page.on("request", (request) => asked.add(request));
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
  const tab = {
    page,
    wrong,
    // There and quiet: every answer has come and is drawn.
    go: async (address, what) => {
      asked.clear();
      await page.goto(server.address + address);
      if (what) await page.waitForSelector(what);
      await tab.quiet();
    },
    quiet: async () => {
      const until = Date.now() + kPatience;
      do {
        while (asked.size > 0) {
          const waiting = [...asked].map((request) => request.url()).join(" ");
          assert.ok(Date.now() < until, `no answer to ${waiting}`);
          await new Promise((done) => setTimeout(done, 10));
        }
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
        );
      } while (asked.size > 0);
    },
    // A choice that the page keeps, as the settings would: on the page that is there.
    choose: (name, value) =>
      page.evaluate(([name, value]) => localStorage.setItem(name, value), [`verbale-${name}`, value]),
    write: () => page.goto(`${server.address}/#token=${server.token}`),
    texts: (selector) => page.$$eval(selector, (all) => all.map((each) => each.textContent.trim())),
    count: (selector) => page.locator(selector).count(),
    // As often as it says, and no other number of times.
    has: (selector, count) =>
      page.waitForFunction(
        ([selector, count]) => document.querySelectorAll(selector).length === count,
        [selector, count],
      ),
    address: () => page.url().slice(server.address.length),
    at: (address) => page.waitForURL(server.address + address),
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    // As it was before the test.
    clear: async () => {
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await page.emulateMedia({ media: null });
      await page.mouse.move(0, 0);
      // A test of arithmetic alone has been nowhere.
      if (page.url().startsWith("http"))
        await page.evaluate(() => {
          localStorage.clear();
          sessionStorage.clear();
        });
      assert.deepEqual(wrong, [], "nothing went wrong in the page");
    },
    close: async () => {
      assert.deepEqual(wrong, [], "nothing went wrong in the page");
      await context.close();
    },
  };
  return tab;
}

const axe_script = () => fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// What axe-core calls serious or critical, of all its rules or of one. Its colours are judged as they
// are drawn, so the page has to be quiet first.
export async function axe_findings(page, rule = null) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe_script());
  return page.evaluate(async (rule) => {
    const only = rule
      ? { runOnly: { type: "rule", values: [rule] } }
      : { rules: { "target-size": { enabled: true } } };
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...only });
    return violations
      .filter((each) => each.impact === "serious" || each.impact === "critical")
      .map((each) => {
        const where = each.nodes.slice(0, 3).map((node) => node.target.join(" "));
        return `${each.id}: ${where.join(" | ")}`;
      });
  }, rule);
}

// Nothing serious in a view, and nothing wider than the window.
export async function is_open_to_all(tab, address, what) {
  await tab.go(address, what);
  assert.deepEqual(await axe_findings(tab.page), [], address);
  assert.equal(await is_too_wide(tab.page), false, `${address} is wider than the window`);
}

// Light and dark differ in their colours alone.
export async function is_legible_in_the_dark(tab, address) {
  await tab.page.emulateMedia({ colorScheme: "dark" });
  await tab.quiet();
  assert.deepEqual(await axe_findings(tab.page, "color-contrast"), [], `${address} in the dark`);
  await tab.page.emulateMedia({ colorScheme: "light" });
}

export function is_too_wide(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
}
