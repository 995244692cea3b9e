/* Plot and table of an answer: arrow keys go from dot to dot, Escape puts away what is told of one; the table is put in
   order and filtered, and what is left of it is counted. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.sortRows) return;

  // ---------------------------------------------------------------- dots

  const lineOf = (dot) => [...dot.closest("li").querySelectorAll(".dot")];
  const place = (dot) => dot.getBoundingClientRect().left;
  const nearest = (dots, dot) =>
    dots.reduce((best, each) => (Math.abs(place(each) - place(dot)) < Math.abs(place(best) - place(dot)) ? each : best));

  // The nearest dot of the next line up or down that has any.
  const across = (dot, step) => {
    const lines = [...dot.closest(".plot-lines").children].map((line) => [...line.querySelectorAll(".dot")]);
    const filled = lines.filter((line) => line.length);
    const next = filled[filled.findIndex((line) => line.includes(dot)) + step];
    return next && nearest(next, dot);
  };

  const along = (dot, step) => {
    const dots = [...dot.closest(".plot-lines").querySelectorAll(".dot")];
    return dots[dots.indexOf(dot) + step];
  };

  const KEYS = {
    ArrowRight: (dot) => along(dot, 1),
    ArrowLeft: (dot) => along(dot, -1),
    ArrowDown: (dot) => across(dot, 1),
    ArrowUp: (dot) => across(dot, -1),
    Home: (dot) => lineOf(dot)[0],
    End: (dot) => lineOf(dot).at(-1),
  };

  // One dot of a plot is in the order of tabs: the one that was last visited.
  const reach = (dot) => {
    for (const other of dot.closest(".plot-lines").querySelectorAll('.dot[tabindex="0"]')) other.tabIndex = -1;
    dot.tabIndex = 0;
  };

  const quieten = (dot, isQuiet) => dot.closest(".plot-area").classList.toggle("is-quiet", isQuiet);

  document.addEventListener("keydown", (event) => {
    const dot = event.target.closest && event.target.closest(".dot");
    if (!dot) {
      if (event.key === "Escape") for (const over of document.querySelectorAll(".dot:hover")) quieten(over, true);
      return;
    }
    if (event.key === "Escape") quieten(dot, true);
    const go = KEYS[event.key];
    if (!go || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = go(dot);
    if (next) next.focus();
  });

  document.addEventListener("focusin", (event) => {
    const dot = event.target.closest(".dot");
    if (!dot) return;
    reach(dot);
    quieten(dot, false);
  });

  document.addEventListener("mouseover", (event) => {
    const dot = event.target.closest(".dot");
    if (dot && !dot.contains(event.relatedTarget)) quieten(dot, false);
  });

  // ---------------------------------------------------------------- the table

  const COLUMNS = ["body", "decided", "sum", "payee", "status", "issue", "near", "outcome"];
  const NUMBERS = new Set(["sum"]);

  const valueOf = (row, key) => row.cells[COLUMNS.indexOf(key)].dataset.value;

  /* Put the rows of a table in order: by the column `key`, `direction` 1 or -1. What has no value stands last. */
  redress.sortRows = (table, key, direction) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const compare = (one, other) => {
      const [a, b] = [valueOf(one, key), valueOf(other, key)];
      if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
      return direction * (NUMBERS.has(key) ? Number(a) - Number(b) : a.localeCompare(b, "en-GB"));
    };
    const near = (row) => Number(valueOf(row, "near"));
    rows.sort((one, other) => compare(one, other) || near(one) - near(other));
    body.append(...rows);
    for (const heading of table.tHead.querySelectorAll("th[data-key]")) {
      const order = heading.dataset.key !== key ? "none" : direction > 0 ? "ascending" : "descending";
      heading.setAttribute("aria-sort", order);
    }
    const choice = table.closest("[data-payments]").querySelector("[data-order]");
    if (choice) choice.value = key;
  };

  const sortBy = (button) => {
    const heading = button.closest("th");
    const direction = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    redress.sortRows(button.closest("table"), button.dataset.sort, direction);
    redress.say(`In order of ${button.textContent.toLowerCase()}, ${direction > 0 ? "ascending" : "descending"}.`);
  };

  const money = (pence) => {
    const digits = pence % 100 ? 2 : 0;
    const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return `£${(pence / 100).toLocaleString("en-GB", format)}`;
  };
  const count = (number, noun) => `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;

  // The same sentence as the server writes for the whole table (say_shown in table.py).
  const describe = (rows, all) => {
    const decisions = new Set(rows.map((row) => row.dataset.reference)).size;
    const sums = rows.map((row) => row.dataset.pence).filter(Boolean).map(Number);
    const of = rows.length < all ? ` of ${all}` : "";
    const start = `${rows.length}${of} ${all === 1 ? "row" : "rows"}: ${count(decisions, "decision")}, `;
    if (!sums.length) return `${start}no sum.`;
    const [low, high] = [Math.min(...sums), Math.max(...sums)];
    return start + count(sums.length, "sum") + (high > low ? ` from ${money(low)} to ${money(high)}.` : ` of ${money(low)}.`);
  };

  const filterRows = (box) => {
    const wanted = (name) => box.querySelector(`[data-filter="${name}"]`)?.value.trim().toLowerCase() || "";
    const words = wanted("text").split(/\s+/).filter(Boolean);
    const rows = [...box.querySelector("table").tBodies[0].rows];
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const isWanted = (name) => !wanted(name) || (row.dataset[name] || "") === wanted(name);
      row.hidden = !(words.every((word) => text.includes(word)) && isWanted("status") && isWanted("payee"));
    }
    const said = describe(rows.filter((row) => !row.hidden), rows.length);
    box.querySelector("[data-shown]").textContent = said;
    return said;
  };

  let saying; // only the last of several quick changes is said
  const filterAndSay = (box) => {
    const said = filterRows(box);
    clearTimeout(saying);
    saying = setTimeout(() => redress.say(said), 500);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-sort]");
    if (button) sortBy(button);
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-payments] [data-filter]")) filterAndSay(event.target.closest("[data-payments]"));
    if (event.target.matches("[data-payments] [data-order]")) {
      redress.sortRows(event.target.closest("[data-payments]").querySelector("table"), event.target.value, 1);
    }
  });
})();
