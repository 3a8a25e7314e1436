// Opens what is sealed, given on stdin as JSON, with Node's own WebCrypto; prints base64, or null for a wrong password.
const { salt, rounds, keys, text, path, kind, password } = JSON.parse(await new Response(process.stdin).text());
const bytes = (base64) => new Uint8Array(Buffer.from(base64, "base64"));
const words = (plain) => new TextEncoder().encode(plain);
const { subtle } = globalThis.crypto ?? (await import("node:crypto")).webcrypto;
const open = (box, key, about) =>
  subtle.decrypt({ name: "AES-GCM", iv: box.slice(0, 12), additionalData: words(about) }, key, box.slice(12));

const typed = await subtle.importKey("raw", words(password.normalize("NFC").trim()), "PBKDF2", false, ["deriveBits"]);
const stirred = await subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: rounds }, typed, 256);
const base = await subtle.importKey("raw", stirred, "HKDF", false, ["deriveBits"]);
const info = words("sitegen 1 wrap");
const wrap = await subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info }, base, 256);
const wrapping = await subtle.importKey("raw", wrap, "AES-GCM", false, ["decrypt"]);

let found = null;
for (const key of keys) {
  try { found = await open(bytes(key), wrapping, ""); } catch { /* another person's */ }
}
if (found) {
  const content = await subtle.importKey("raw", found, "AES-GCM", false, ["decrypt"]);
  const about = ["sitegen 1 sealed", salt, kind, path].join("\n");
  found = Buffer.from(await open(bytes(text), content, about)).toString("base64");
}
console.log(JSON.stringify(found));
