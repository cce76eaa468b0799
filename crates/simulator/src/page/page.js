// Keeps the page as fresh as the simulator's state, and makes its buttons work.
"use strict";

async function refresh() {
  const answer = await fetch(location.href);
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const main = document.querySelector("main");
  if (!next || main.contains(document.activeElement) && document.activeElement.matches("input")) return;
  for (const open of main.querySelectorAll("details[open][id]")) {
    const same = next.querySelector(`#${CSS.escape(open.id)}`);
    if (same) same.open = true;
  }
  if (next.innerHTML !== main.innerHTML) main.replaceWith(next);
}

async function post(path, body) {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) alert((await answer.json()).error ?? answer.statusText);
  document.activeElement.blur();
  await refresh();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-post]");
  if (!button) return;
  event.preventDefault();
  post(button.dataset.post, {});
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  post(event.target.dataset.post, Object.fromEntries(new FormData(event.target)));
});

setInterval(() => refresh().catch(() => {}), 2000);
