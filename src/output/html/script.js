"use strict";
// Filters the rows of all tables by words, and sorts a table by a column. Without it the page is whole, but still.
(() => {
  // What it says is in the language of the page, so that the script itself is the same in all of them.
  const said = document.currentScript.dataset;
  const fill = (text, ...values) => text.replace(/{}/g, () => values.shift());
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const textOf = (row) => fold([...row.cells].map((cell) => cell.textContent).join(" "));
  const tables = [...document.querySelectorAll(".table table")].map((table) => {
    const count = table.querySelector(".count");
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: textOf(row) }));
    return { table, rows, count, all: count.textContent, section: table.closest("section") };
  });

  const input = make("input", { type: "search", autocomplete: "off", spellcheck: false });
  const told = make("output", { className: "count" });
  const search = make("div", {}, make("label", {}, `${said.filter} `, input), told);
  search.setAttribute("role", "search");
  const figure = document.querySelector("figure");
  if (figure) figure.after(search);
  else document.querySelector("main").prepend(search);
  document.documentElement.classList.add("script");
  const measure = () => document.documentElement.style.setProperty("--above", `${search.offsetHeight}px`);
  new ResizeObserver(measure).observe(search);

  const filter = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { rows, count, all, section } of tables) {
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = words.length ? fill(said.of, shown, all) : all;
      if (section) section.hidden = words.length > 0 && shown === 0;
      found += shown;
    }
    told.textContent = words.length ? fill(found === 1 ? said.one : said.more, found) : "";
  };
  input.addEventListener("input", filter);

  // A link to a row that is filtered away shows it.
  const reveal = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row && row.closest("[hidden]")) {
      input.value = "";
      filter();
      row.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);

  const order = new Intl.Collator("sv", { numeric: true });
  // Of a figure its number: "≈ 30 000 inhabitants" is 30000, and a decimal sign is either of the two.
  const number = (text) => {
    const found = text.replace(/(\d)\u00a0(?=\d)/g, "$1").match(/-?\d+([.,]\d+)?/);
    return found ? Number(found[0].replace(",", ".")) : null;
  };
  const sort = (table, rows, at, isNumber, sign) => {
    const keys = rows.map(({ row }, place) => {
      const text = row.cells[at].textContent.trim();
      return { row, place, key: isNumber ? number(text) : text || null };
    });
    const compare = isNumber ? (a, b) => a - b : order.compare;
    keys.sort((a, b) => {
      // What is not stated comes last, whatever the direction.
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.place - b.place;
      return sign * compare(a.key, b.key) || a.place - b.place;
    });
    table.tBodies[0].append(...keys.map(({ row }) => row));
  };
  for (const { table, rows } of tables) {
    const headings = table.tHead ? [...table.tHead.rows[0].cells] : [];
    if (rows.length > 1) headings.forEach((heading, at) => {
      const button = make("button", { type: "button" }, ...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const rising = heading.getAttribute("aria-sort") !== "ascending";
        headings.forEach((other) => other.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", rising ? "ascending" : "descending");
        sort(table, rows, at, heading.classList.contains("number"), rising ? 1 : -1);
      });
    });
  }

  // The address of a row, to copy, where the pointer is.
  const here = make("a", { className: "here", textContent: "#", title: said.link });
  document.addEventListener("pointerover", ({ target }) => {
    const row = target.closest("tbody tr[id]");
    if (row && here.parentNode !== row.cells[0]) {
      here.href = `#${row.id}`;
      row.cells[0].prepend(here);
    }
  });
})();
