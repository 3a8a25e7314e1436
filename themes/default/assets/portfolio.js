// Lets the reader sort and sieve the portfolio. Without it the table stands in the page's own order, the worst first.
(() => {
  const table = document.querySelector("table.projects");
  if (!table) return;
  const projects = [...table.tBodies];
  const heads = [...table.tHead.rows[0].cells];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const makeButton = (place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...place.childNodes);
    place.append(button);
    return button;
  };

  // Sorting: a first click puts the worst on top, a second turns it round, a third gives the page's own order back.
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const valueOf = (project, column) => {
    const cell = project.rows[0].cells[column];
    return column ? cell.dataset.value : cell.querySelector("a").textContent;
  };
  const compare = (column, sign) => (one, other) => {
    const [a, b] = [valueOf(one, column), valueOf(other, column)];
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
    return sign * (isNaN(a) || isNaN(b) ? collator.compare(a, b) : a - b);
  };
  let sorted = null;
  let turns = 0;
  heads.forEach((head, column) => makeButton(head).addEventListener("click", () => {
    turns = sorted === head ? (turns + 1) % 3 : 1;
    sorted?.removeAttribute("aria-sort");
    sorted = head;
    const isRising = (turns === 1) === (head.dataset.first !== "down");
    if (turns) head.setAttribute("aria-sort", isRising ? "ascending" : "descending");
    table.append(...(turns ? [...projects].sort(compare(column, isRising ? 1 : -1)) : projects));
  }));

  // The sieve: within a kind any of the chosen will do, between kinds all must.
  const chosen = new Map();
  const find = document.getElementById("find");
  const shown = document.querySelector(".shown");
  const texts = projects.map((each) => plain([...each.querySelectorAll("th, a, .found")].map((part) => part.textContent).join(" ")));
  const sieve = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [index, project] of projects.entries()) {
      const fits = [...chosen].every(([field, values]) => !values.size || values.has(project.dataset[field]));
      project.hidden = !(fits && words.every((word) => texts[index].includes(word)));
      count += !project.hidden;
    }
    shown.textContent = count < projects.length ? shown.dataset.words.replace("{shown}", count) : "";
  };
  for (const place of document.querySelectorAll(".tally li")) {
    const { field, value } = place.dataset;
    if (!chosen.has(field)) chosen.set(field, new Set());
    const button = makeButton(place);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const values = chosen.get(field);
      if (!values.delete(value)) values.add(value);
      button.setAttribute("aria-pressed", values.has(value));
      sieve();
    });
  }
  find.addEventListener("input", sieve);
})();
