// What only the reader's own clock can tell: how far a day is, and whether it is past. The page is whole without it.
(() => {
  const language = document.documentElement.lang;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const daysTo = (iso) => Math.round((Date.parse(iso + "T00:00:00Z") - today) / 864e5);

  try {
    // The same digits as in the dates beside it.
    const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", numberingSystem: "latn" });
    for (const place of document.querySelectorAll("[data-away]")) {
      const days = daysTo(place.dataset.away);
      place.textContent = Math.abs(days) < 60 ? relative.format(days, "day") : relative.format(Math.round(days / 30.44), "month");
    }
  } catch { /* a browser that does not know the language: the date alone stands */ }

  for (const place of document.querySelectorAll("[data-until]")) place.hidden = daysTo(place.dataset.until) < 0;
  for (const place of document.querySelectorAll("[data-after]")) place.hidden = daysTo(place.dataset.after) >= 0;

  // Pages are renewed each day; a day of grace for readers who are up before the build, or east of it.
  for (const place of document.querySelectorAll("[data-aged]")) place.hidden = daysTo(place.dataset.aged) >= -1;

  // Paper cannot be unfolded.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not([open])")) { fold.open = true; fold.dataset.folded = ""; }
  });
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("[data-folded]")) { fold.open = false; delete fold.dataset.folded; }
  });

  // The strip of sections shows where the reader is.
  const links = new Map();
  for (const link of document.querySelectorAll(".index a")) {
    const section = document.getElementById(link.hash.slice(1));
    if (section) links.set(section, link);
  }
  if (!links.size || !("IntersectionObserver" in window)) return;
  const seen = new Set();
  const strip = document.querySelector(".index ul");
  // A link of which only the edge shows counts as in sight for browsers: they leave whoever comes by keyboard there.
  strip.addEventListener("focusin", (event) => event.target.scrollIntoView({ block: "nearest", inline: "center" }));
  let current = null;
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target);
    const section = [...links.keys()].find((each) => seen.has(each));
    const link = section ? links.get(section) : null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    if (link) strip.scrollLeft += link.getBoundingClientRect().left - strip.getBoundingClientRect().left - 16;
  }, { rootMargin: "-64px 0px -60% 0px" });
  for (const section of links.keys()) watch.observe(section);
})();
