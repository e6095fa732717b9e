// What the page can do beyond being read: tabs beside each chart, tables sorted by a column, exports, a word where a
// table is wider than the page, a choice of colours. Everything is in the page already; without this script it stands
// one below the other. Text is set as text, never as markup, and nothing is asked of any other place.
"use strict";
(() => {
    const words = JSON.parse(document.getElementById("words").textContent);
    const say = (key, fills = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => fills[name] ?? whole);

    const make = (name, attributes = {}, text = "") => {
        const made = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
        made.textContent = text;
        return made;
    };

    // --- tabs (the pattern of the ARIA Authoring Practices Guide) ----------------------------------------------------

    /// The content of a view as a tab panel; views behind a disclosure leave it.
    const panelOf = (view, tab) => {
        const panel = make("div", {role: "tabpanel", id: tab.getAttribute("aria-controls"), "aria-labelledby": tab.id,
                                   class: "panel-" + view.dataset.view});
        if (view.dataset.view === "chart") panel.tabIndex = 0;
        panel.append(...[...view.childNodes].filter(child => child.nodeName !== "SUMMARY"));
        view.replaceWith(panel);
        return panel;
    };

    const select = (tabs, chosen) => {
        for (const {tab, panel} of tabs) {
            const isChosen = tab === chosen;
            tab.setAttribute("aria-selected", String(isChosen));
            tab.tabIndex = isChosen ? 0 : -1;
            panel.hidden = !isChosen;
        }
    };

    const stepByKey = (tabs, event) => {
        const at = tabs.findIndex(({tab}) => tab === event.target);
        const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key];
        if (to === undefined) return;
        event.preventDefault();
        const {tab} = tabs[(to + tabs.length) % tabs.length];
        select(tabs, tab);
        tab.focus();
    };

    const addTabs = (figure) => {
        const views = figure.querySelector(".views");
        const bar = make("div", {class: "bar"});
        const list = make("div", {role: "tablist", "aria-label": say("views")});
        const tabs = [...views.querySelectorAll(":scope > .view")].map((view, number) => {
            const title = view.querySelector(":scope > summary")?.textContent ?? say("chart");
            const id = `${figure.id.replace(/\s/g, "_")}-tab-${number}`;
            const tab = make("button", {type: "button", role: "tab", id, "aria-controls": id + "-panel"}, title);
            list.append(tab);
            return {tab, panel: panelOf(view, tab)};
        });
        for (const {tab} of tabs) tab.addEventListener("click", () => select(tabs, tab));
        list.addEventListener("keydown", event => stepByKey(tabs, event));
        bar.append(list, exportsOf(figure));
        views.prepend(bar);
        select(tabs, tabs[0].tab);
    };

    // --- exports -----------------------------------------------------------------------------------------------------

    const status = make("p", {role: "status", class: "unseen"});

    const save = (name, blob) => {
        const link = make("a", {href: URL.createObjectURL(blob), download: name.replace(/[^\w.-]+/g, "_")});
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        status.textContent = say("saved", {file: link.download});
    };

    /// A text cell of RFC 4180; what a spreadsheet would run as a formula begins with an apostrophe.
    const textCell = (text) => {
        const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
        return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const isNumber = (text) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text);

    const plainText = (cell) => cell.innerText.replace(/\s+/g, " ").trim();
    const headings = (cell) => cell.dataset.columns?.split("\n") ?? [plainText(cell)];
    const values = (cell, columns) => {
        if (cell.dataset.values !== undefined)
            return Array.from({length: columns}, (_, number) => cell.dataset.values.split(";")[number] ?? "");
        const copy = cell.cloneNode(true);
        copy.querySelectorAll(".quiet").forEach(note => note.remove());
        const text = copy.textContent.replace(/\s+/g, " ").trim();
        return [isNumber(text) ? text : textCell(text)];
    };

    const csvOf = (table) => {
        const columns = [...table.tHead.rows[0].cells].map(headings);
        const lines = [columns.flat().map(textCell)];
        for (const row of table.tBodies[0].rows)
            lines.push([...row.cells].flatMap((cell, number) => values(cell, columns[number].length)));
        return lines.map(cells => cells.join(",") + "\r\n").join("");
    };

    const saveCsv = (table) =>
        save(`leeway-${table.dataset.name}.csv`, new Blob([csvOf(table)], {type: "text/csv;charset=utf-8"}));

    const drawnStyles = ["fill", "fill-opacity", "opacity", "stroke", "stroke-width", "stroke-dasharray",
                         "stroke-linejoin", "paint-order", "font-family", "font-size", "font-weight"];

    /// The drawing as a picture, with the styles that it has in the page.
    const pictureOf = async (svg, scale) => {
        const copy = svg.cloneNode(true);
        const originals = [svg, ...svg.querySelectorAll("*")], copies = [copy, ...copy.querySelectorAll("*")];
        originals.forEach((original, number) => {
            const style = getComputedStyle(original);
            for (const name of drawnStyles) copies[number].style.setProperty(name, style.getPropertyValue(name));
        });
        const {width, height} = svg.getBoundingClientRect();
        copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
        copy.setAttribute("width", width * scale);
        copy.setAttribute("height", height * scale);
        const image = new Image();
        image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
        await image.decode();
        return image;
    };

    /// Writes text from `top` on, in lines that fit; returns where it ends.
    const writeLines = (brush, text, left, top, width, height) => {
        let line = "";
        for (const word of text.split(" ")) {
            const longer = line === "" ? word : line + " " + word;
            if (line !== "" && brush.measureText(longer).width > width) {
                brush.fillText(line, left, top);
                top += height;
                line = word;
            } else line = longer;
        }
        brush.fillText(line, left, top);
        return top + height;
    };

    /// The chart with its finding above and its origin below, at twice the size of the screen.
    const drawChart = async (figure) => {
        const scale = 2, margin = 20, panel = figure.querySelector(".panel-chart"), area = panel.getBoundingClientRect();
        const style = getComputedStyle(document.body), font = style.fontFamily, canvas = document.createElement("canvas");
        const brush = canvas.getContext("2d"), title = plainText(figure.querySelector(".chart-title"));
        const notes = [figure.querySelector("figcaption")?.textContent ?? "", words.origin];
        const bold = `650 18px ${font}`, small = `12px ${font}`;
        const writeNotes = (top) => notes.reduce((end, note) => writeLines(brush, note, margin, end, area.width, 16), top);
        brush.font = bold;
        const titleEnd = writeLines(brush, title, 0, 0, area.width, 24);
        brush.font = small;
        canvas.width = (area.width + 2 * margin) * scale;
        canvas.height = (writeNotes(titleEnd + area.height) + 2 * margin + 20) * scale;
        brush.scale(scale, scale);
        brush.fillStyle = style.backgroundColor;
        brush.fillRect(0, 0, canvas.width, canvas.height);
        brush.fillStyle = style.color;
        brush.textBaseline = "top";
        brush.font = bold;
        const top = writeLines(brush, title, margin, margin, area.width, 24) + 8;
        const place = (box) => [box.left - area.left + margin, box.top - area.top + top];
        for (const svg of panel.querySelectorAll("svg")) {
            const box = svg.getBoundingClientRect();
            if (box.width > 0) brush.drawImage(await pictureOf(svg, scale), ...place(box), box.width, box.height);
        }
        for (const name of panel.querySelectorAll("h4 .name, .key .name")) {
            brush.font = `600 ${getComputedStyle(name).fontSize} ${font}`;
            brush.fillText(plainText(name), ...place(name.getBoundingClientRect()));
        }
        brush.font = small;
        writeNotes(top + area.height + 12);
        return canvas;
    };

    /// A chart whose tab is not open is shown while it is drawn.
    const savePng = async (figure) => {
        const panel = figure.querySelector(".panel-chart"), wasHidden = panel.hidden;
        panel.hidden = false;
        const canvas = await drawChart(figure).finally(() => { panel.hidden = wasHidden; });
        const blob = await new Promise(done => canvas.toBlob(done, "image/png"));
        save(`leeway-${figure.id}.png`, blob);
    };

    const button = (kind, name, action) => {
        const made = make("button", {type: "button", class: "export", "aria-label": say(kind + "_of", {name})}, say(kind));
        made.addEventListener("click", action);
        return made;
    };

    const exportsOf = (figure) => {
        const group = make("div", {class: "exports"}), table = figure.querySelector("table[data-name]");
        const title = figure.querySelector(".chart-title").textContent;
        if (table) group.append(button("csv", title, () => saveCsv(table)));
        group.append(button("png", title, () => savePng(figure)));
        return group;
    };

    /// Tables without a chart have a bar with one button.
    const addExport = (table) => {
        const scroll = table.closest(".scroll"), bar = make("div", {class: "bar alone"});
        const group = make("div", {class: "exports"});
        group.append(button("csv", scroll.getAttribute("aria-label"), () => saveCsv(table)));
        bar.append(group);
        scroll.before(bar);
    };

    // --- sorting -----------------------------------------------------------------------------------------------------

    const sortKey = (row, column) => {
        const cell = row.cells[column], first = cell.dataset.values?.split(";")[0] ?? plainText(cell);
        return isNumber(first) ? Number(first) : first;
    };

    /// Missing values come last in either direction.
    const compare = (one, other, sign) => {
        if (one === "" || other === "") return (one === "") - (other === "");
        if (typeof one === "number" && typeof other === "number") return sign * (one - other);
        return sign * String(one).localeCompare(String(other), document.documentElement.lang, {numeric: true});
    };

    const sortBy = (table, heading) => {
        const falls = heading.getAttribute("aria-sort") === "descending", column = heading.cellIndex;
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        heading.setAttribute("aria-sort", falls ? "ascending" : "descending");
        const rows = [...table.tBodies[0].rows].map(row => ({row, key: sortKey(row, column)}));
        rows.sort((one, other) => compare(one.key, other.key, falls ? 1 : -1));
        table.tBodies[0].append(...rows.map(({row}) => row));
    };

    const addSorting = (table) => {
        for (const heading of table.tHead.rows[0].cells) {
            const sort = make("button", {type: "button", class: "sort", title: say("sort")});
            sort.append(...heading.childNodes);
            heading.append(sort);
            sort.addEventListener("click", () => sortBy(table, heading));
        }
    };

    // --- what is wider than the page ---------------------------------------------------------------------------------

    const addHints = () => {
        const seen = new ResizeObserver(entries => entries.forEach(({target}) => {
            if (target.scrollWidth > target.clientWidth + 1) target.dataset.hint = say("scroll");
            else delete target.dataset.hint;
        }));
        document.querySelectorAll(".scroll").forEach(scroll => seen.observe(scroll));
    };

    // --- colours -----------------------------------------------------------------------------------------------------

    const addThemes = () => {
        const label = make("label", {class: "theme"}, say("theme") + " ");
        const choice = make("select");
        for (const theme of ["auto", "light", "dark"]) choice.append(make("option", {value: theme}, say("theme_" + theme)));
        choice.addEventListener("change", () => { document.documentElement.dataset.theme = choice.value; });
        label.append(choice);
        document.querySelector("header").prepend(label);
    };

    document.documentElement.classList.add("scripted");
    addThemes();
    document.querySelectorAll("table[data-name]").forEach(table => {
        if (!table.closest(".views")) addExport(table);
        addSorting(table);
    });
    document.querySelectorAll("figure").forEach(addTabs);
    addHints();
    document.body.append(status);
})();
