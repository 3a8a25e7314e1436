// A password opens what this page holds, here in the browser: nothing is asked of, or sent to, anybody.
(async () => {
  const place = document.getElementById("sealed");
  const form = document.getElementById("unlock");
  const help = document.getElementById("help");
  const field = document.getElementById("password");
  const remember = document.getElementById("remember");
  const { salt, rounds, keys, digest, file } = place.dataset;
  const sealed = place.textContent;
  const drawer = `sitegen ${salt}`;

  const tell = (name) => {
    for (const each of document.querySelectorAll("[data-told]")) each.hidden = each.dataset.told !== name;
  };
  const toBytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const toText = (bytes) => btoa(String.fromCharCode(...bytes));
  const words = (text) => new TextEncoder().encode(text);
  const tidy = (text) => text.normalize("NFC").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

  // Some browsers forbid a page from disk to keep anything: then it is not remembered.
  const recall = () => { try { return sessionStorage.getItem(drawer); } catch { return null; } };
  const keep = (key) => { try { sessionStorage.setItem(drawer, toText(key)); } catch { /* asked again */ } };
  const forget = () => { try { sessionStorage.removeItem(drawer); } catch { /* nothing was kept */ } };

  const isWhole = async () => {
    const found = await crypto.subtle.digest("SHA-256", words([salt, rounds, ...keys.split(" "), sealed].join("\n")));
    return [...new Uint8Array(found)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === digest;
  };

  const decrypt = async (box, key) =>
    new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: box.subarray(0, 12) }, key, box.subarray(12)));
  const open = async (key) =>
    decrypt(toBytes(sealed), await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]));

  // The content key is wrapped once for each password: one of the wrappings opens, or the password is wrong.
  const findKey = async (password) => {
    const typed = await crypto.subtle.importKey("raw", words(tidy(password)), "PBKDF2", false, ["deriveBits"]);
    const stirred = await crypto.subtle.deriveBits(
      { name: "PBKDF2", hash: "SHA-256", salt: toBytes(salt), iterations: Number(rounds) }, typed, 256);
    const base = await crypto.subtle.importKey("raw", stirred, "HKDF", false, ["deriveKey"]);
    const wrapping = await crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: words("sitegen 1 wrap") },
      base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    for (const wrapped of keys.split(" ")) {
      try { return await decrypt(toBytes(wrapped), wrapping); } catch { /* another person's */ }
    }
    return null;
  };

  const show = (bytes) => {
    if (file === undefined) {
      const page = new TextDecoder().decode(bytes);
      const mark = location.hash.slice(1);
      document.open();
      document.write(page);
      document.close();
      if (mark) document.getElementById(decodeURIComponent(mark))?.scrollIntoView();
      return;
    }
    tell("");
    form.hidden = help.hidden = true;
    const opened = document.getElementById("opened");
    const link = opened.querySelector("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    opened.hidden = false;
    link.focus();
  };

  if (!globalThis.crypto?.subtle) return tell("unable");
  if (!(await isWhole())) return tell("broken");

  const known = recall();
  if (known) {
    const bytes = await open(toBytes(known)).catch(() => null);
    if (bytes) return show(bytes);
    forget();
  }
  tell("");
  form.hidden = help.hidden = false;
  field.focus();

  document.getElementById("show").addEventListener("change", (event) => {
    field.type = event.target.checked ? "text" : "password";
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    tell("busy");
    const button = form.querySelector("button");
    button.disabled = true;
    const key = await findKey(field.value);
    button.disabled = false;
    if (!key) {
      tell("wrong");
      field.setAttribute("aria-invalid", "true");
      field.select();
      field.focus();
      return;
    }
    let bytes;
    try { bytes = await open(key); } catch { return tell("broken"); }
    if (remember.checked) keep(key);
    show(bytes);
  });
})();
