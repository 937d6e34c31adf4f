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

export class Server {
  static async start(documents) {
    const server = new Server();
    server.folder = fs.mkdtempSync(path.join(os.tmpdir(), "verbale-page-"));
    server.store = path.join(server.folder, "record.db");
    if (documents.length > 0) server.add(...documents);
    await server.serve();
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
    this.process = spawn(process.env.VERBALE, ["serve", "--store", this.store, "--port", "0"], {
      cwd: root,
    });
    const printed = await new Promise((resolve, reject) => {
      let out = "";
      this.process.stdout.on("data", (data) => {
        out += data;
        if (out.includes("#token=")) resolve(out);
      });
      this.process.once("exit", () => reject(new Error(`verbale serve ended: ${out}`)));
      setTimeout(
        () => reject(new Error(`verbale serve printed no address: ${out}`)),
        10_000,
      ).unref();
    });
    const [, address, token] = printed.match(/(http:\/\/127\.0\.0\.1:\d+)\/#token=(\S+)/);
    this.address = address;
    this.token = token;
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGTERM");
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

// A tab that remembers everything that went wrong in it: script errors, refused inline style or
// script, messages to the console.
export async function open_tab(browser, server, options = {}) {
  const context = await browser.newContext({ ...wide, reducedMotion: "reduce", ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.address });
  if (process.env.VERBALE_PAGE)
    await serve_from(path.resolve(root, process.env.VERBALE_PAGE), context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
      wrong.push(message.text());
  });
  const tab = {
    page,
    wrong,
    go: async (address, what) => {
      await page.goto(server.address + address);
      if (what) await page.waitForSelector(what);
    },
    write: () => page.goto(`${server.address}/#token=${server.token}`),
    texts: (selector) => page.$$eval(selector, (all) => all.map((each) => each.textContent.trim())),
    count: (selector) => page.locator(selector).count(),
    address: () => page.url().slice(server.address.length),
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    close: async () => {
      assert.deepEqual(wrong, [], "nothing went wrong in the page");
      await context.close();
    },
  };
  return tab;
}

// What axe-core calls serious or critical. Its colours are judged as they are drawn, so the page has
// to be quiet first.
export async function axe_findings(page) {
  await page.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(async () => {
    const rules = { "target-size": { enabled: true } };
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], rules });
    return violations
      .filter((each) => each.impact === "serious" || each.impact === "critical")
      .map(
        (each) =>
          `${each.id}: ${each.nodes
            .slice(0, 3)
            .map((node) => node.target.join(" "))
            .join(" | ")}`,
      );
  });
  return found;
}

// Nothing may be wider than the window.
export function is_too_wide(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
}
