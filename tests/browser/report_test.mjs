// Does the report keep its promises in a browser? It opens from disk without a network, runs no foreign script, shows
// the numbers of `leeway compare --json`, exports them, and serves keyboard, screen reader, phone and paper.
//
// Usage: node report_test.mjs LEEWAY RESULTS.h5 HOSTILE_PAGE FOLDER
import assert from "node:assert/strict";
import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {driver, launch, open, parseCsv, saved} from "./browser.mjs";

const [leeway, results, hostilePage, folder] = process.argv.slice(2);
const tools = driver();
const report = join(folder, "report.html"), hostile = join(folder, "hostile.html"), card = join(folder, "scorecard.json");
const run = (program, ...words) => execFileSync(program, words, {maxBuffer: 1 << 28});

/// A small scorecard: the program ends with 1 where a fact that should hold does not, as with so few worlds it may.
const scorecardOf = (...rows) => {
    const asked = rows.flatMap(row => ["--row", row]);
    const {stdout, status} = spawnSync(leeway, ["validate", "uk-fintech", "--json", "--replicates", "2", ...asked]);
    assert.ok(status === 0 || status === 1);
    return stdout.toString();
};

let browser, comparison, scorecard;

before(async () => {
    mkdirSync(folder, {recursive: true});
    writeFileSync(card, scorecardOf("S8.tested", "bass"));
    scorecard = JSON.parse(readFileSync(card));
    run(leeway, "report", results, "-o", report, "--scorecard", card);
    comparison = JSON.parse(run(leeway, "compare", results, "--json"));
    writeFileSync(hostile, run(hostilePage));
    browser = await launch(tools);
});
after(() => browser?.close());

/// A test on the freshly opened report.
const onReport = (name, body, options) => test(name, async () => {
    const opened = await open(browser, report, options);
    try { await body(opened.page, opened.heard); } finally { await opened.close(); }
});

const figure = (page, id = "plane-figure") => page.locator("#" + id);
const tab = (page, name, id) => figure(page, id).getByRole("tab", {name});

const violations = async (page) => {
    const found = await page.evaluate(`${tools.axe}; axe.run(document, {resultTypes: ["violations"]})`);
    return found.violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 120)}`));
};

/// One table of each kind: axe takes minutes for all of them, which are made by the same lines.
const openSamples = async (page) => {
    for (const id of ["plane-figure", "curves-uptake"]) await tab(page, "Table", id).click();
    await tab(page, "How to rebuild", "segments-uptake").click();
    await page.locator("summary", {hasText: "The full resolved configuration"}).click();
};

const openEverything = (page) => page.evaluate(() => {
    document.querySelectorAll("details").forEach(details => { details.open = true; });
    document.querySelectorAll("[role=tab][id$='-1']").forEach(button => button.click());
});

onReport("it opens offline without a request, a message or an error", async (page, heard) => {
    assert.match(await page.title(), /\?$/);
    assert.ok(await page.locator("figure [role=tablist]").count() > 5, "the script ran");
    assert.deepEqual(heard, []);
});

test("no text of a file becomes a script or an element", async () => {
    const {page, heard, close} = await open(browser, hostile);
    await openEverything(page);
    assert.deepEqual(heard, []);
    assert.ok((await page.locator("h1").textContent()).includes("<script>alert(1)</script>"));
    assert.equal(await page.locator("main script").count(), 0);
    const {name} = await saved(page, page.getByRole("button", {name: /^Save the table as CSV/}).first());
    assert.match(name, /^[\w.-]+$/);
    assert.deepEqual(heard, []);
    await close();
});

onReport("a script that somebody puts into the page is refused by its policy", async (page, heard) => {
    await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.foreign = true";
        document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.foreign), undefined);
    assert.ok(heard.some(message => message.includes("Content Security Policy")));
});

onReport("the sentences are those of compare --json", async (page) => {
    const shown = await page.locator(".answer li").evaluateAll(items => items.map(item => {
        const copy = item.cloneNode(true);
        copy.querySelectorAll(".line").forEach(line => line.remove());
        return copy.textContent.trim();
    }));
    assert.deepEqual(shown, comparison.designs.map(design => design.sentence.replaceAll("`", "")));
});

const parts = ["mean", "low", "high", "contrast", "contrast_low", "contrast_high", "share_better"];

onReport("every number of the tables is found in compare --json, exactly", async (page) => {
    await page.locator("summary", {hasText: "All outcomes"}).click();
    const {name, bytes} = await saved(page, page.getByRole("button", {name: "Save the table as CSV: All outcomes"}));
    assert.equal(name, "leeway-all-outcomes.csv");
    const [head, ...rows] = parseCsv(bytes.toString());
    assert.equal(rows.length, Object.keys(comparison.designs[0].outcomes).length);
    let numbers = 0;
    for (const [metric, ...cells] of rows) {
        comparison.designs.forEach((design, place) => parts.forEach((part, offset) => {
            const column = place * parts.length + offset;
            assert.equal(head[1 + column], `${design.name} ${part}`);
            if (place === 0 && part.startsWith("contrast") || part === "share_better") return;
            const outcome = design.outcomes[metric], expected = outcome.mean === null ? null : outcome[part];
            const number = cells[column] === "" ? null : Number(cells[column]);
            assert.equal(number, expected, `${design.name} ${metric} ${part}`);
            numbers += 1;
        }));
    }
    assert.ok(numbers > 500);
});

onReport("what is shown is what the cells hold, rounded", async (page) => {
    await openEverything(page);
    const wrong = await page.locator("td[data-values]").evaluateAll(cells => cells.flatMap(cell => {
        const values = cell.dataset.values.split(";").filter(value => value !== "").map(Number);
        const text = [...cell.querySelectorAll(".level, .line.interval, .line:not(.quiet)")].map(part => part.textContent)
            .join(" ").replaceAll("\u2212", "-").replaceAll(",", "");
        return [...text.matchAll(/[+-]?\d+(?:\.(\d+))?/g)].filter(([shown, decimals = ""]) => {
            const near = value => Math.abs(value - Number(shown)) <= 0.5000001 * 10 ** -decimals.length;
            return !values.some(value => near(value) || near(100 * value));
        }).map(([shown]) => `${shown} of ${cell.dataset.values}`);
    }));
    assert.deepEqual(wrong, []);
});

onReport("the plane's table holds the means and ranges of compare --json", async (page) => {
    const {bytes} = await saved(page, figure(page).getByRole("button", {name: /CSV/}));
    const [head, ...rows] = parseCsv(bytes.toString());
    assert.deepEqual(head.slice(0, 4), ["design", "uptake mean", "uptake p05", "uptake p95"]);
    assert.equal(rows.length, comparison.designs.length - 1);
    for (const [name, ...cells] of rows) {
        const {uptake, harm_per_1000_citizen_years: harm} = comparison.designs.find(design => design.name === name).outcomes;
        const expected = [100 * uptake.contrast, 100 * uptake.contrast_p05, 100 * uptake.contrast_p95,
                          harm.contrast, harm.contrast_p05, harm.contrast_p95];
        expected.forEach((number, place) => assert.ok(Math.abs(number - cells[place]) <= 1e-9 * Math.abs(number), name));
    }
});

onReport("the scorecard is that of validate --json", async (page) => {
    const {bytes} = await saved(page, page.getByRole("button", {name: "Save the table as CSV: Scorecard of known facts"}));
    const [head, row] = parseCsv(bytes.toString()), [fact] = scorecard.rows;
    assert.deepEqual(head, ["fact", "label", "target", "model", "low", "high", "verdict", "by", "source"]);
    assert.deepEqual(row.slice(3, 6).map(Number), [fact.value, fact.low, fact.high]);
    assert.equal(row[0].toLowerCase(), fact.statement.toLowerCase());
    assert.deepEqual([row[1], row[2], ...row.slice(6)], [fact.kind, fact.target, fact.verdict, fact.mechanism, fact.source]);
    await page.locator("summary", {hasText: "Results of mathematics"}).click();
    assert.ok(await page.locator("table[data-name=closed-forms]").isVisible());
});

onReport("curves are exported month by month", async (page) => {
    const {name, bytes} = await saved(page, figure(page, "curves-uptake").getByRole("button", {name: /CSV/}));
    assert.equal(name, "leeway-uptake-by-month.csv");
    const [head, ...rows] = parseCsv(bytes.toString());
    assert.equal(head.length, 1 + 5 * comparison.designs.length);
    assert.ok(rows.length > 12);
    for (const row of rows) {
        assert.equal(row.length, head.length);
        for (let at = 1; at < row.length; at += 5) {
            const fan = row.slice(at, at + 5).map(Number);
            assert.deepEqual(fan, [...fan].sort((one, other) => one - other));
        }
    }
});

onReport("charts are exported as pictures, in one panel and in several", async (page) => {
    for (const id of ["plane-figure", "curves-uptake", "segments-uptake"]) {
        await tab(page, "Table", id).click();
        const {name, bytes} = await saved(page, figure(page, id).getByRole("button", {name: /PNG/}));
        assert.equal(name, `leeway-${id}.png`);
        assert.equal(bytes.subarray(1, 4).toString(), "PNG");
        writeFileSync(join(folder, name), bytes);
        assert.ok(bytes.readUInt32BE(16) > 1500, "twice the width of the chart");
        const colours = await page.evaluate(async (picture) => {
            const image = new Image();
            image.src = "data:image/png;base64," + picture;
            await image.decode();
            const canvas = document.createElement("canvas"), brush = canvas.getContext("2d");
            [canvas.width, canvas.height] = [image.width, image.height];
            brush.drawImage(image, 0, 0);
            return new Set(new Uint32Array(brush.getImageData(0, 0, image.width, image.height).data.buffer)).size;
        }, bytes.toString("base64"));
        assert.ok(colours > 20, `${id} is not blank`);
        assert.ok(await figure(page, id).locator(".panel-chart").isHidden(), "the open tab stays open");
    }
});

onReport("the keyboard reaches and moves the tabs", async (page) => {
    let reached = false;
    for (let step = 0; step < 80 && !reached; ++step) {
        await page.keyboard.press("Tab");
        reached = await page.evaluate(() => document.activeElement.getAttribute("role") === "tab");
    }
    assert.ok(reached);
    const chosen = () => page.evaluate(() => document.activeElement.textContent);
    const panel = (name) => figure(page).locator(".panel-" + name);
    await page.keyboard.press("ArrowRight");
    assert.equal(await chosen(), "Table");
    assert.ok(await panel("table").isVisible() && await panel("chart").isHidden());
    await page.keyboard.press("End");
    assert.equal(await chosen(), "How to rebuild");
    assert.match(await panel("source").textContent(), /leeway report .*leeway run /s);
    await page.keyboard.press("ArrowRight");
    assert.equal(await chosen(), "Chart");
    assert.equal(await tab(page, "Chart").getAttribute("aria-selected"), "true");
});

onReport("columns sort in both directions, missing values last", async (page) => {
    const table = page.locator("table[data-name=numbers]"), heading = table.locator("th", {hasText: /^Uptake/});
    const values = () => table.locator("tbody tr td:nth-of-type(1)").evaluateAll(
        cells => cells.map(cell => Number(cell.dataset.values.split(";")[0])));
    const rising = (await values()).sort((one, other) => one - other);
    await heading.getByRole("button").click();
    assert.equal(await heading.getAttribute("aria-sort"), "descending");
    assert.deepEqual(await values(), [...rising].reverse());
    await heading.getByRole("button").click();
    assert.equal(await heading.getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await values(), rising);
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1366]) {
        onReport(`axe finds nothing in ${colorScheme} at ${width} pixels`, async (page) => {
            assert.deepEqual(await violations(page), []);
            await openSamples(page);
            assert.deepEqual(await violations(page), []);
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        }, {colorScheme, viewport: {width, height: 844}});
    }
}

test("long names do not make the page wider than a phone", async () => {
    const {page, close} = await open(browser, hostile, {viewport: {width: 390, height: 844}});
    await openEverything(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    assert.ok(await page.locator(".scroll[data-hint]").count() > 0, "a word says which tables can be scrolled");
    await close();
});

onReport("colours can be chosen against the system's", async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByLabel("Colours").selectOption("dark");
    assert.notEqual(await ground(), light);
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Colours").selectOption("light");
    assert.equal(await ground(), light);
});

onReport("paper shows the charts and none of the buttons, whatever tab is open", async (page) => {
    await tab(page, "Table").click();
    await page.emulateMedia({media: "print"});
    assert.ok(await figure(page).locator(".panel-chart").isVisible());
    assert.ok(await figure(page).locator(".panel-table").isHidden());
    assert.equal(await page.locator(".bar:visible, .theme:visible, nav:visible").count(), 0);
    const paper = await page.pdf({format: "A4", preferCSSPageSize: true});
    writeFileSync(join(folder, "report.pdf"), paper);
    const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages > 2 && pages < 30, `${pages} pages`);
});

onReport("without scripts everything can still be read", async (page) => {
    assert.ok(await figure(page).locator("svg[role=img]:visible").count() === 1);
    await figure(page).locator("summary", {hasText: "Table"}).click();
    assert.ok(await figure(page).locator("table").isVisible());
}, {javaScriptEnabled: false});
