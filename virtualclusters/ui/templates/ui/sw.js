// Keeps what never changes, and the offline page, so that a broken line shows words instead of an error.
// Nothing is fetched at the first visit: the offline page of a language is kept with the first page opened after it.
const NAME = "vc-{{ version }}";
const OFFLINE = {{ offline_pages|safe }};
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)))).then(() => clients.claim())));
function offlinePage(request) {
  return OFFLINE[new URL(request.url).pathname.split("/")[1]] || OFFLINE.en;
}
async function keepOfflinePage(request) {
  const cache = await caches.open(NAME);
  if (!(await cache.match(offlinePage(request)))) await cache.add(offlinePage(request));
}
async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(NAME)).put(request, answer.clone());
  return answer;
}
async function page(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && answer.headers.get("X-Offline") === "1") (await caches.open(NAME)).put(event.request, answer.clone());
    event.waitUntil(keepOfflinePage(event.request).catch(() => {}));
    return answer;
  } catch {
    return (await caches.match(event.request)) || (await caches.match(offlinePage(event.request))) || Response.error();
  }
}
addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (new URL(request.url).pathname.startsWith("{{ static_prefix }}")) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(event));
});
