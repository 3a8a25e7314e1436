// Keeps an open page in step with the content: reloads it where it changed, lays what is wrong over it, and marks
// what is not public yet. It knows the page by the two numbers on its own tag.
(() => {
  const own = document.currentScript.dataset;
  const PLACE = `sitegen:place:${location.pathname}`;
  const DISMISSED = "sitegen:dismissed";
  const folderOf = (path) => path.replace(/[^/]*$/, "");
  const pageOf = (path) => path.replace(/\/index\.html$/, "/");
  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  function make(name, text = "", className = "") {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  // The reader's place: how far the page is scrolled, and what is unfolded.
  function nameFolds() {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((fold) => {
      const name = fold.id || fold.querySelector("summary")?.textContent.trim() || "";
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return [`${name} ${seen.get(name)}`, fold];
    });
  }

  function reload() {
    const folds = nameFolds().map(([name, fold]) => [name, fold.open]);
    sessionStorage.setItem(PLACE, JSON.stringify({ left: scrollX, top: scrollY, folds }));
    location.reload();
  }

  function restorePlace() {
    const kept = JSON.parse(sessionStorage.getItem(PLACE));
    if (!kept) return;
    sessionStorage.removeItem(PLACE);
    const wasOpen = new Map(kept.folds);
    for (const [name, fold] of nameFolds()) if (wasOpen.has(name)) fold.open = wasOpen.get(name);
    const scroll = () => scrollTo({ left: kept.left, top: kept.top, behavior: "instant" });
    scroll();
    addEventListener("load", scroll, { once: true });
  }

  // A change of the style alone is put on without a reload.
  function swapStyles(fresh) {
    const links = [...document.querySelectorAll('link[rel="stylesheet"]:not([href^="/__sitegen/"])')];
    fresh.querySelectorAll('link[rel="stylesheet"]').forEach((link, place) => {
      const old = links[place];
      if (!old || old.getAttribute("href") === link.getAttribute("href")) return;
      const next = old.cloneNode();
      next.setAttribute("href", link.getAttribute("href"));
      next.addEventListener("load", () => old.remove(), { once: true });
      old.after(next);
    });
  }

  async function follow(news) {
    if (String(news.pages) === own.pages) return;
    if (news.files > Number(own.pages)) return reload();
    const response = await fetch(location.pathname, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const tag = fresh.querySelector("script[data-page]");
    if (tag?.dataset.page !== own.page) return reload();
    own.pages = tag.dataset.pages;
    swapStyles(fresh);
  }

  // What is wrong: a bar at the foot of the page, and a dialog over it. All of it is text, never HTML.
  const host = document.createElement("sitegen-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/__sitegen/overlay.css" });
  const bar = make("aside", "", "bar");
  const status = make("p", "Preview");
  const opener = make("button");
  const dialog = document.createElement("dialog");
  const title = make("h2");
  const list = make("ol");
  const closer = make("button", "Close (Esc)");
  let shownProblems = "";

  function build() {
    host.lang = "en";
    host.dir = "ltr";
    host.style.display = "none";
    style.addEventListener("load", () => host.style.removeProperty("display"), { once: true });
    bar.setAttribute("aria-label", "Preview");
    status.setAttribute("role", "status");
    opener.type = closer.type = "button";
    opener.hidden = true;
    opener.addEventListener("click", () => dialog.showModal());
    closer.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => sessionStorage.setItem(DISMISSED, shownProblems));
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "title");
    title.id = "title";
    bar.append(status, opener);
    dialog.append(title, closer, list);
    root.append(style, bar, dialog);
    document.body.append(host);
    const marks = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/__sitegen/marks.css" });
    document.head.append(marks);
  }

  function drawProblem(problem) {
    const item = make("li", "", problem.level);
    const place = problem.path ? `${problem.path}:${problem.line}:${problem.column}` : "sitegen";
    item.append(make("p", `${place}: ${problem.level}`, "place"), make("p", problem.message, "message"));
    if (problem.excerpt) item.append(make("pre", problem.excerpt));
    for (const step of problem.trail) item.append(make("p", `in ${step}`, "step"));
    if (problem.rule) item.append(make("p", `[${problem.rule}]`, "rule"));
    return item;
  }

  function drawProblems(news) {
    const errors = news.problems.filter((problem) => problem.level === "error").length;
    const warnings = news.problems.length - errors;
    const parts = [errors && count(errors, "error"), warnings && count(warnings, "warning")].filter(Boolean);
    opener.hidden = !parts.length;
    opener.textContent = parts.join(", ");
    bar.classList.toggle("broken", news.is_broken);
    title.textContent = parts.join(", ")
      + (news.is_broken ? (news.has_pages ? "; below are the last good pages" : "; there is no page yet") : "");
    const problems = JSON.stringify(news.problems);
    if (problems !== shownProblems) list.replaceChildren(...news.problems.map(drawProblem));
    shownProblems = problems;
    if (!news.is_broken) {
      if (dialog.open) dialog.close();
      sessionStorage.removeItem(DISMISSED);
    } else if (!dialog.open && sessionStorage.getItem(DISMISSED) !== problems) dialog.showModal();
  }

  // What is not public yet: a word at every link to it, at its own title, and in the bar.
  function drawMarks(news) {
    for (const mark of document.querySelectorAll(".sitegen-mark")) mark.remove();
    const byPage = new Map(news.marks.map((mark) => [mark.href, mark]));
    for (const link of document.querySelectorAll("a[href]")) {
      const mark = link.origin === location.origin && byPage.get(pageOf(link.pathname));
      if (mark) link.append(" ", make("span", mark.kind, "sitegen-mark"));
    }
    const here = byPage.get(pageOf(location.pathname));
    if (here) document.querySelector("h1")?.append(" ", make("span", here.kind, "sitegen-mark"));
    status.textContent = describe(news, here);
  }

  function describe(news, here) {
    if (!news.has_pages) return "Preview";
    if (here?.kind === "draft") return "Preview of a draft: it is not published";
    if (here) return `Preview: this update is published from ${here.date} on`;
    const folder = folderOf(location.pathname);
    const counted = news.marks.filter((mark) => mark.project.startsWith(folder) || folder.startsWith(mark.project));
    const number = (kind) => new Set(counted.filter((mark) => mark.kind === kind).map((mark) => mark.update)).size;
    const parts = [["draft", "draft"], ["future", "future update"]]
      .map(([kind, word]) => number(kind) && count(number(kind), word));
    const extra = parts.filter(Boolean).join(" and ");
    const day = news.as_of === news.today ? news.as_of : `${news.as_of}, the day of the last update`;
    return `Preview as of ${day}${extra ? `, with ${extra}` : ""}`;
  }

  // One stream a visible tab: a browser keeps few connections to one host, and hidden tabs can wait.
  let stream = null;
  let work = Promise.resolve();

  function listen() {
    stream?.close();
    stream = new EventSource("/__sitegen/events");
    stream.onmessage = (event) => {
      const news = JSON.parse(event.data);
      bar.classList.toggle("building", news.wanted > news.visible);
      drawMarks(news);
      drawProblems(news);
      work = work.then(() => follow(news)).catch(() => {});
    };
    stream.onerror = () => { status.textContent = "Not connected: has 'sitegen serve' ended?"; };
  }

  function pause() {
    stream?.close();
    stream = null;
  }

  restorePlace();
  build();
  if (!document.hidden) listen();
  document.addEventListener("visibilitychange", () => (document.hidden ? pause() : listen()));
  addEventListener("pagehide", pause);
  addEventListener("pageshow", (event) => event.persisted && listen());
})();
