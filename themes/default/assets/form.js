// Forms that are better with a script: questions come and go, what is filled in is kept, and sent in place.
(() => {
  const words = document.getElementById("form-words")?.content;
  const NUMBERS = new Set(["nps", "csat", "ces", "rating", "number"]);
  const PATIENCE_MS = 20000;
  const REFUSALS = { 404: "over", 410: "over", 429: "limited" };

  const say = (place, limit) => place.textContent.replace("#", limit ?? "");
  // A browser may forbid to keep anything.
  const store = {
    read: (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
    write: (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; } },
    drop: (name) => { try { localStorage.removeItem(name); } catch { /* nothing was kept */ } },
  };
  const makeNonce = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const start = (form) => {
    const action = form.getAttribute("action");
    const { kind, draft } = form.dataset;
    const drawer = draft && `sitegen draft ${draft}`;
    const button = form.querySelector("[type=submit]");
    const told = form.querySelector(".told");
    const summary = form.querySelector(".faults");
    const sent = form.nextElementSibling;
    const nonce = form.querySelector('input[type=hidden][name="nonce"]');
    const groups = [...form.querySelectorAll("[data-control]")];
    const controls = [...form.querySelectorAll("input:not([type=hidden]), textarea")].filter((each) => !each.closest("p[hidden]"));
    let isBusy = false;

    const find = (name) => groups.find((group) => group.dataset.control === name);
    const inputs = (group) => controls.filter((each) => each.name === group.dataset.control);
    const isTick = (control) => control.type === "radio" || control.type === "checkbox";
    const read = (group) => {
      const own = inputs(group).filter((control) => !control.disabled);
      if (!own.some(isTick)) return own[0]?.value.trim() ?? "";
      const chosen = own.filter((control) => control.checked).map((control) => control.value);
      return group.dataset.type === "choices" ? chosen : own.some((control) => control.checked) ? chosen[0] : null;
    };
    const isEmpty = (value) => value === null || value.length === 0;

    // Conditions: a question that was not answered, or not asked, meets none.
    const isMet = ({ on, operator, values }) => {
      const group = find(on), value = read(group);
      if (isEmpty(value)) return false;
      const isNumber = NUMBERS.has(group.dataset.type);
      const compare = (wanted) => isNumber ? value - wanted : value < wanted ? -1 : +(value > wanted);
      const equals = (wanted) => Array.isArray(value) ? value.includes(wanted) : compare(wanted) === 0;
      switch (operator) {
        case "!=": return !equals(values);
        case "in": return values.split(",").some(equals);
        case "<": return compare(values) < 0;
        case "<=": return compare(values) <= 0;
        case ">": return compare(values) > 0;
        case ">=": return compare(values) >= 0;
        default: return equals(values);
      }
    };
    const showAsked = () => {
      for (const hint of form.querySelectorAll(".only-if")) {
        const question = hint.closest(".poll-one");
        question.hidden = ![...hint.querySelectorAll("[data-on]")].every((each) => isMet(each.dataset));
        for (const control of question.querySelectorAll("input, textarea")) control.disabled = question.hidden;
        hint.hidden = true;
      }
    };

    const count = (control) => {
      const place = document.getElementById(`${control.id}~left`);
      if (!place) return;
      const left = control.dataset.limit - [...control.value].length;
      place.hidden = !control.value;
      place.textContent = say(words.querySelector(left < 0 ? "[data-over]" : "[data-left]"), Math.abs(left));
      if (left < 20) place.setAttribute("aria-live", "polite"); else place.removeAttribute("aria-live");
      place.classList.toggle("fault", left < 0);
    };

    // An answer that need not be given can be taken back.
    const offerClearing = () => {
      for (const group of groups) {
        if (group.dataset.type === "choices" || "required" in group.dataset || !inputs(group).some((each) => each.type === "radio")) continue;
        const known = group.querySelector(":scope > .clear");
        const isChosen = !isEmpty(read(group));
        if (known) known.hidden = !isChosen;
        else if (isChosen) {
          const button = group.appendChild(words.querySelector(".clear").cloneNode(true));
          button.addEventListener("click", () => {
            for (const control of inputs(group)) control.checked = false;
            inputs(group)[0].focus();
            refresh(group);
          });
        }
      }
    };

    const keep = () => {
      if (!drawer || !action) return;
      const fields = controls.filter((control) => isTick(control) ? control.checked : control.value).map((control) => [control.name, control.value]);
      const isKept = fields.length ? store.write(drawer, { nonce: nonce?.value, fields }) : (store.drop(drawer), true);
      form.querySelector("[data-draft-kept]").hidden = !isKept;
    };
    const recall = () => {
      const kept = drawer && store.read(drawer);
      if (!kept || !summary.hidden) return;
      if (nonce) nonce.value = kept.nonce ?? "";
      for (const [name, value] of kept.fields) {
        for (const control of controls.filter((each) => each.name === name)) {
          if (!isTick(control)) control.value = value;
          else if (control.value === value) control.checked = true;
        }
      }
      form.querySelector("[data-draft-found]").hidden = false;
    };

    // Faults stand beside their controls, and in a list above.
    const place = (name) => form.querySelector(`[data-fault="${CSS.escape(name)}"]`);
    const clear = (group) => {
      mark(group, false);
      place(group.dataset.control).hidden = true;
      place(group.dataset.control).querySelector("span").textContent = "";
    };
    const name = (group) => {
      const question = group.closest(".poll-one").querySelector("legend, label").firstChild.textContent.trim();
      const row = group.querySelector(":scope > .matrix-text");
      return row ? `${question} ${row.textContent}` : question;
    };
    const mark = (group, isWrong) => {
      const own = inputs(group);
      for (const control of own[0]?.type === "radio" ? [group] : own) {
        if (isWrong) control.setAttribute("aria-invalid", "true"); else control.removeAttribute("aria-invalid");
      }
    };
    const show = (faults) => {
      groups.forEach(clear);
      summary?.querySelector("ul").replaceChildren();
      for (const { control, rule, limit } of faults) {
        const text = say(words.querySelector(`[data-rule="${rule}"]`), limit);
        const group = find(control), item = document.createElement("li");
        if (group) {
          mark(group, true);
          place(control).hidden = false;
          place(control).querySelector("span").textContent = text;
          const link = item.appendChild(document.createElement("a"));
          link.href = `#${control}`;
          link.textContent = name(group);
          link.addEventListener("click", (event) => { event.preventDefault(); inputs(group)[0].focus(); });
          item.append(": ");
        }
        item.append(text);
        summary?.querySelector("ul").append(item);
      }
      if (summary) { summary.hidden = !faults.length; if (faults.length) summary.focus(); }
      else if (faults.length) inputs(find(faults[0].control) ?? groups[0])[0].focus();
    };
    const check = (group) => {
      const { control, type, min, max, reasoned } = group.dataset;
      const own = inputs(group), value = read(group);
      const fault = (rule, limit) => [{ control, rule, limit }];
      if (!own.length || own[0].disabled) return [];
      if (own[0].validity.badInput) return fault(type === "date" ? "not-a-date" : "not-a-number");
      const isReasoned = reasoned !== undefined && ["", ...reasoned.split(" ")].includes(read(find("choice")));
      if (isEmpty(value)) return "required" in group.dataset || isReasoned ? fault("required") : [];
      if (type === "choices" && value.length < min) return fault("too-few", min);
      if (type === "choices" && value.length > max) return fault("too-many", max);
      if (type === "email" && own[0].validity.typeMismatch) return fault("not-an-email");
      const { limit } = own[0].dataset;
      return limit && [...value].length > limit ? fault("too-long", limit) : [];
    };

    const tell = (name) => {
      const text = name && words.querySelector(`[data-told="${name}"]`);
      told.replaceChildren(...(text ? [text.cloneNode(true)] : []));
      isBusy = name === "busy";
      if (isBusy) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled");
    };
    const thank = () => {
      if (drawer) store.drop(drawer);
      tell("");
      form.hidden = true;
      sent.hidden = false;
      sent.focus();
    };
    // A page from disk, or of another host than the site's, may send a form and not hear what came of it.
    const post = () => HTMLFormElement.prototype.submit.call(form);
    const isThere = () => fetch(action, { mode: "no-cors", credentials: "omit" }).then(() => true, () => false);
    const send = async () => {
      tell("busy");
      const body = new URLSearchParams(new FormData(form));
      const signal = AbortSignal.timeout?.(PATIENCE_MS);
      try {
        const answer = await fetch(action, { method: "POST", headers: { Accept: "application/json" }, body, credentials: "omit", signal });
        if (answer.ok) return thank();
        if (answer.status !== 422) return tell(REFUSALS[answer.status] ?? (answer.status < 500 ? "refused" : "failed"));
        const { faults } = await answer.json();
        tell("");
        show(faults);
      } catch {
        if (!signal?.aborted && await isThere()) post();
        else tell("failed");
      }
    };

    const refresh = (group) => {
      showAsked();
      offerClearing();
      if (group) clear(group);
      // What was changed is another answer than what may have been sent before.
      if (nonce) nonce.value = "";
      keep();
    };
    form.noValidate = true;
    for (const control of controls.filter((each) => each.maxLength > 0)) {
      control.dataset.limit = control.maxLength;
      control.removeAttribute("maxlength");
    }
    recall();
    controls.forEach(count);
    showAsked();
    offerClearing();
    form.querySelector("[data-draft-found] button")?.addEventListener("click", () => {
      form.reset();
      form.querySelector("[data-draft-found]").hidden = true;
      controls.forEach(count);
      refresh();
      controls[0].focus();
    });
    form.addEventListener("input", ({ target }) => {
      const group = find(target.name);
      if (!group) return;
      // What is written beside a choice chooses it.
      const other = target.type === "text" && group.querySelector("[value=other]");
      if (other && target.value) other.checked = true;
      count(target);
      refresh(group);
    });
    form.addEventListener("submit", (event) => {
      const faults = isBusy || !action ? [] : groups.flatMap(check);
      const isPlain = kind !== "collector" || location.protocol === "file:";
      if (isBusy || !action || faults.length || !isPlain) event.preventDefault();
      if (isBusy || !action) return;
      show(faults);
      if (faults.length) return;
      if (nonce) nonce.value ||= makeNonce();
      keep();
      if (isPlain) tell("busy"); else send();
    });
    // Whoever comes back finds the form as it was left.
    addEventListener("pageshow", ({ persisted }) => { if (persisted) tell(""); showAsked(); offerClearing(); });
  };

  if (words) document.querySelectorAll("form[data-kind]").forEach(start);
})();
