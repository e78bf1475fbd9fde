// Keeps what never changes, and the offline page, so that a broken line shows words instead of an error.
const NAME = "vc-{{ version }}";
const OFFLINE = {{ offline_pages|safe }};
addEventListener("install", (event) => event.waitUntil(caches.open(NAME).then((cache) => cache.addAll([...Object.values(OFFLINE), {{ files|safe }}])).then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)))).then(() => clients.claim())));
async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(NAME)).put(request, answer.clone());
  return answer;
}
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get("X-Offline") === "1") (await caches.open(NAME)).put(request, answer.clone());
    return answer;
  } catch {
    const language = new URL(request.url).pathname.split("/")[1];
    return (await caches.match(request)) || (await caches.match(OFFLINE[language] || OFFLINE.en));
  }
}
addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (new URL(request.url).pathname.startsWith("{{ static_prefix }}")) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});
