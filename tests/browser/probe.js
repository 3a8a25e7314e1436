// A page as it lies before a reader → its faults and its words. Evaluates to an object of functions.
(() => {
  const FOR_EARS = "inset(50%)";
  const squeeze = (text) => text.replace(/\s+/g, " ").trim();
  const quote = (text) => `"${squeeze(text).slice(0, 40)}"`;
  const seen = (el) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  const forEars = (el) => {
    for (let at = el; at; at = at.parentElement) if (getComputedStyle(at).clipPath === FOR_EARS) return true;
    return false;
  };
  const name = (el) => {
    const own = el.id ? `#${el.id}` : el.classList.length ? `.${el.classList[0]}` : "";
    const above = el.closest("[id]");
    return own.startsWith("#") || !above ? el.localName + own : `#${above.id} ${el.localName}${own}`;
  };

  function* texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, el = node.parentElement;
      if (node.data.trim() && !el.closest("script, style, noscript, template, select, textarea") && seen(el) && !forEars(el)) yield node;
    }
  }

  // Narrows a rectangle to what its surroundings let through; `cutBy` is the element that hides a part for good.
  function windowed(el, rect) {
    const box = { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom, cutBy: null };
    const spare = (rect.bottom - rect.top) / 4;   // a line's box is taller than its ink
    let escapes = false;
    for (let at = el; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (escapes && style.position === "static") continue;
      escapes = style.position === "absolute";
      if (style.display === "inline" || (style.overflowX === "visible" && style.overflowY === "visible")) continue;
      const edge = at.getBoundingClientRect();
      const hides = (way) => way === "hidden" || way === "clip";
      if (hides(style.overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1)) box.cutBy ??= at;
      if (hides(style.overflowY) && (box.top < edge.top - spare || box.bottom > edge.bottom + spare)) box.cutBy ??= at;
      box.left = Math.max(box.left, edge.left);
      box.right = Math.min(box.right, edge.right);
      box.top = Math.max(box.top, edge.top);
      box.bottom = Math.min(box.bottom, edge.bottom);
    }
    return box;
  }

  // Every line of text as a rectangle on the page; says what is cut off on the way.
  function lineBoxes(width, say) {
    const boxes = [];
    for (const node of texts()) {
      const range = document.createRange(), el = node.parentElement;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1 || rect.bottom + scrollY <= 0) continue;   // a skip link waits above the page
        const box = windowed(el, rect);
        if (box.cutBy) say(`${quote(node.data)} is cut off by ${name(box.cutBy)}`);
        if (box.right <= box.left || box.bottom <= box.top) continue;
        if (box.left < -1 || box.right > width + 1) say(`${quote(node.data)} in ${name(el)} leaves the page`);
        const spare = (rect.bottom - rect.top) * 0.28;
        boxes.push({ node, left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare });
      }
    }
    return boxes.sort((one, other) => one.top - other.top);
  }

  function sayOverlaps(boxes, say) {
    boxes.forEach((one, at) => {
      for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next++) {
        const other = boxes[next];
        const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (one.node !== other.node && shared > 2) say(`${quote(one.node.data)} and ${quote(other.node.data)} overlap`);
      }
    });
  }

  function layout() {
    scrollTo(0, 0);
    const found = new Set(), root = document.documentElement, width = root.clientWidth;
    const say = (fault) => found.add(fault);
    if (root.scrollWidth > width + 1) {
      const reaches = (el) => windowed(el.parentElement, el.getBoundingClientRect());
      const wide = [...document.body.querySelectorAll("*")].filter((el) => seen(el) && (reaches(el).right > width + 1 || reaches(el).left < -1));
      say(`the page is ${root.scrollWidth} px wide and scrolls sideways: ${wide.slice(0, 4).map(name)}`);
    }
    sayOverlaps(lineBoxes(width, say), say);
    return [...found];
  }

  // What needs no eyes: ids, where references lead, the order of headings.
  function structure() {
    const found = [], ids = [...document.querySelectorAll("[id]")].map((el) => el.id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`the id ${id} is there twice`);
    const lead = (el, attribute, words) => {
      for (const id of words) if (!document.getElementById(id)) found.push(`${attribute} of ${name(el)} leads nowhere: ${id}`);
    };
    for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list"]) {
      for (const el of document.querySelectorAll(`[${attribute}]`)) lead(el, attribute, el.getAttribute(attribute).split(/\s+/));
    }
    for (const el of document.querySelectorAll('[href^="#"]')) lead(el, "href", [decodeURIComponent(el.getAttribute("href").slice(1))]);
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(seen).map((el) => [Number(el.localName[1]), el]);
    levels.forEach(([level, el], at) => {
      if (level > (at ? levels[at - 1][0] : 0) + 1) found.push(`${name(el)} ${quote(el.innerText)} skips a level`);
    });
    const mains = levels.filter(([level]) => level === 1).length;
    if (mains !== 1) found.push(`${mains} headings of the first level`);
    if (document.querySelectorAll("main").length !== 1) found.push("not one main");
    if (!document.title.trim() || !document.documentElement.lang) found.push("no title or no language");
    return found;
  }

  // Lines as they are read, without what only a clock can add, and without fields that only scripts can serve.
  function lines() {
    for (const el of document.querySelectorAll("[data-away]")) el.textContent = "";
    for (const field of document.querySelectorAll(":is(input, select):not(form *)")) field.parentElement.hidden = true;
    return document.body.innerText.split("\n").map(squeeze).filter(Boolean);
  }

  const headings = (selector) => [...document.querySelectorAll(selector)]
    .filter((el) => seen(el) && !forEars(el)).map((el) => squeeze(el.innerText)).filter(Boolean);

  const unfold = () => document.querySelectorAll("details").forEach((fold) => { fold.open = true; });

  // The looks of a page: the same wherever its stylesheet applies.
  const looks = () => ["body", "h1", "a"].map((selector) => {
    const { font, color, backgroundColor, margin } = getComputedStyle(document.querySelector(selector));
    return [font, color, backgroundColor, margin].join(" | ");
  });

  const addresses = () => [...document.querySelectorAll("a[href], link[href], img[src], script[src]")].map((el) => el.href || el.src);

  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  // Of radio buttons that belong together the keyboard stops at one; the arrows lead to the others.
  const isStop = (el) => {
    if (el.type !== "radio") return true;
    const group = [...el.form.elements].filter((each) => each.name === el.name && each.type === "radio");
    return el === (group.find((each) => each.checked) ?? group[0]);
  };
  const stops = () => [...document.querySelectorAll(STOPS)].filter((el) => !el.disabled && el.tabIndex >= 0 && seen(el) && isStop(el));

  // Where the keyboard stands: the stop's number, its name, and what is wrong with how it shows.
  function focus() {
    const el = document.activeElement, at = stops().indexOf(el);
    if (at < 0) return { at, name: el ? name(el) : "nothing", fault: null };
    const rect = el.getClientRects()[0], style = getComputedStyle(el);
    const x = rect.left + rect.width / 2, y = rect.top + rect.height / 2, top = document.elementFromPoint(x, y);
    const ringed = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
    const fault = !ringed ? "shows no focus" : !top ? "is out of sight" : el.contains(top) || top.contains(el) ? null : `lies under ${name(top)}`;
    return { at, name: `${name(el)} ${quote(el.innerText || el.value || "")}`, fault };
  }

  return { layout, structure, lines, headings, unfold, looks, addresses, stops: () => stops().map(name), focus };
})()
