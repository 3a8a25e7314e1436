// A password opens what this page holds, here in the browser: nothing is asked of, or sent to, anybody.
(async () => {
  const place = document.getElementById("sealed");
  const form = document.getElementById("unlock");
  const help = document.getElementById("help");
  const field = document.getElementById("password");
  const remember = document.getElementById("remember");
  const { salt, rounds, keys, path, digest, file } = place.dataset;
  const kind = file === undefined ? "page" : "file";
  const root = new URL("..", document.currentScript.src).pathname;
  const sealed = place.textContent;
  const drawer = `sitegen ${salt}`;

  const tell = (name) => {
    for (const each of document.querySelectorAll("[data-told]")) each.hidden = each.dataset.told !== name;
  };
  const toBytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const toText = (bytes) => btoa(String.fromCharCode(...bytes));
  const words = (text) => new TextEncoder().encode(text);
  const decode = (text) => { try { return decodeURIComponent(text).normalize("NFC"); } catch { return text; } };
  const tidy = (text) => text.normalize("NFC").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

  // Some browsers forbid a page from disk to keep anything: then it is not remembered.
  const recall = () => { try { return sessionStorage.getItem(drawer); } catch { return null; } };
  const keep = (key) => { try { sessionStorage.setItem(drawer, toText(key)); } catch { /* asked again */ } };
  const forget = () => { try { sessionStorage.removeItem(drawer); } catch { /* nothing was kept */ } };

  const isWhole = async () => {
    const lines = [salt, rounds, ...keys.split(" "), sealed, kind, path];
    const found = await crypto.subtle.digest("SHA-256", words(lines.join("\n")));
    return [...new Uint8Array(found)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === digest;
  };

  // Some hosts show a page under its folder's address, or without its ending; some disks take letters apart.
  const isHere = () => {
    const found = decode(location.pathname);
    const start = decode(root);
    const names = [path, path.replace(/(^|\/)index\.html$/, "$1"), path.replace(/\.html$/, "")];
    return names.some((name) => found === start + name.normalize("NFC"));
  };

  const decrypt = async (box, key, about) => new Uint8Array(await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: box.subarray(0, 12), additionalData: words(about) }, key, box.subarray(12)));
  // What is sealed vouches for its reader, kind and place: whoever swaps two of them has swapped what does not open.
  const open = async (key) => decrypt(
    toBytes(sealed), await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]),
    ["sitegen 1 sealed", salt, kind, path].join("\n"));

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
      try { return await decrypt(toBytes(wrapped), wrapping, ""); } catch { /* another person's */ }
    }
    return null;
  };

  const show = (bytes) => {
    if (file === undefined) {
      const page = new TextDecoder().decode(bytes);
      const mark = decode(location.hash.slice(1));
      document.open();
      document.write(page);
      document.close();
      if (mark) document.getElementById(mark)?.scrollIntoView();
      return;
    }
    tell("");
    form.hidden = help.hidden = true;
    const opened = document.getElementById("opened");
    const link = opened.querySelector("a");
    link.download = path.split("/").pop().replace(/\.html$/, "");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    opened.hidden = false;
    link.focus();
  };

  if (!globalThis.crypto?.subtle) return tell("unable");
  if (!(await isWhole())) return tell("broken");
  if (!isHere()) return tell("moved");

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
