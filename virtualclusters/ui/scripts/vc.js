// What a page gains from a script, and does without when there is none: drafts kept on this phone, a word when the line
// is down, and no second sending of one form. Mark a form data-draft="name"; a tick data-draft-off forgets and stops.
(function (page) {
  const unkept = ["password", "file", "hidden"];
  const secret = /^code|otp|passw|token|aadhaar/i;
  const banner = page.createElement("p");
  banner.className = "vc-offline";
  banner.setAttribute("role", "status");
  banner.textContent = page.body.dataset.offline;

  function line() {
    if (navigator.onLine) banner.remove();
    else page.body.prepend(banner);
  }
  function fields(form) {
    return [...form.elements].filter((field) => field.name && !unkept.includes(field.type) && !secret.test(field.name) && field.autocomplete !== "one-time-code");
  }
  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
  }
  function keep(form, key) {
    const kept = {};
    for (const field of fields(form)) {
      const choice = field.type === "radio" || field.type === "checkbox";
      if (!choice) kept[field.name] = field.value;
      else if (field.checked) (kept[field.name] = kept[field.name] || []).push(field.value);
      else kept[field.name] = kept[field.name] || [];
    }
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* a full or closed store: the page works without */ }
  }
  function restore(form, key) {
    const kept = read(key);
    for (const field of fields(form)) {
      const value = kept[field.name];
      if (Array.isArray(value)) field.checked = value.includes(field.value);
      else if (value && !field.value) field.value = value;
    }
  }
  function draft(form) {
    const key = "draft:" + form.dataset.draft;
    const off = form.querySelector("[data-draft-off]");
    if (!form.querySelector("[aria-invalid]")) restore(form, key);
    form.addEventListener("input", () => (off && off.checked ? localStorage.removeItem(key) : keep(form, key)));
    form.addEventListener("submit", () => navigator.onLine && localStorage.removeItem(key));
  }
  function guard(event) {
    const form = event.target;
    if (form.method !== "post") return;
    if (!navigator.onLine) {
      event.preventDefault();
      line();
      banner.scrollIntoView();
    } else if (form.dataset.sent) event.preventDefault();
    else form.dataset.sent = "yes";
  }

  page.querySelectorAll("form[data-draft]").forEach(draft);
  page.addEventListener("submit", guard);
  addEventListener("pageshow", () => page.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
  addEventListener("online", line);
  addEventListener("offline", line);
  line();
  if (page.querySelector("[data-signed-out]")) Object.keys(localStorage).filter((key) => key.startsWith("draft:")).forEach((key) => localStorage.removeItem(key));
  if ("serviceWorker" in navigator) addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
})(document);
