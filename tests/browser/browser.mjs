// Debian's Chromium, as the tests use it: offline, nothing remembered, everything that goes wrong written down.
import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";

const require = createRequire(import.meta.url);
const chromiumPath = "/usr/bin/chromium";
export const notHere = 77;  // the exit code by which ctest knows that a test could not run

/// Ends the test as not run where the browser or its driver is missing.
export const driver = () => {
    try {
        if (!existsSync(chromiumPath)) throw new Error(`there is no ${chromiumPath}`);
        return {chromium: require("playwright-core").chromium,
                axe: readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")};
    } catch (problem) {
        console.log(`not run: ${problem.message.split("\n")[0]}. ./dev test installs Chromium and runs npm ci here.`);
        process.exit(notHere);
    }
};

export const launch = ({chromium}) => chromium.launch({
    executablePath: chromiumPath,
    args: process.getuid() === 0 ? ["--no-sandbox"] : [],  // Chromium refuses its own sandbox to root
});

/// Opens a file without a network; `heard` collects requests, messages, errors and dialogs.
export const open = async (browser, file, options = {}) => {
    const context = await browser.newContext({viewport: {width: 1366, height: 900}, acceptDownloads: true, ...options});
    await context.setOffline(true);
    const page = await context.newPage();
    page.setDefaultTimeout(120000);  // a machine may be busy
    const heard = [], address = "file://" + file;
    const isOwn = (url) => url === address || url.startsWith("data:") || url.startsWith("blob:");
    page.on("request", request => { if (!isOwn(request.url())) heard.push("request " + request.url()); });
    page.on("console", message => heard.push(`${message.type()} ${message.text()}`));
    page.on("pageerror", error => heard.push("error " + error.message));
    page.on("dialog", dialog => { heard.push("dialog " + dialog.message()); dialog.dismiss(); });
    await page.goto(address);
    return {page, heard, close: () => context.close()};
};

/// What a click on a button saves: the name and the bytes of the file.
export const saved = async (page, button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
};

/// The rows of a CSV text (RFC 4180).
export const parseCsv = (text) => {
    const rows = [[]];
    let cell = "", quoted = false;
    for (let at = 0; at < text.length; ++at) {
        const letter = text[at];
        if (quoted && letter === '"' && text[at + 1] === '"') { cell += '"'; ++at; }
        else if (letter === '"') quoted = !quoted;
        else if (!quoted && letter === ",") { rows.at(-1).push(cell); cell = ""; }
        else if (!quoted && letter === "\r" && text[at + 1] === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); ++at; }
        else cell += letter;
    }
    rows.pop();
    return rows;
};
