// Four small helps; every page works without them.
"use strict";

const COPYABLE = "clipboard" in navigator;
const LOCATABLE = "geolocation" in navigator;
const LONGEST_MS = 10_000; // that a telephone may look for its place

/** Let a screen reader say what happened; it would not notice the words of a button. */
function say(words) {
  document.querySelector("[data-said]").textContent = words;
}

/** Copy the text of the element that `data-copy` names, and say so on the button. */
function copying(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent.trim();
    let said = button.dataset.done;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      said = button.dataset.failed;
    }
    button.querySelector("[data-label]").textContent = said;
    say(said);
  });
}

/** Ask for the place on a press, round it to about 100 m, and search from there. */
function locating(button) {
  const { key = "near", within = "3" } = button.dataset;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    say(button.dataset.waiting);
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const url = new URL(button.dataset.action, location.href);
      const form = document.getElementById("search");
      for (const [name, value] of new FormData(form)) {
        if (value !== "" && ![key, "sort", "page"].includes(name)) url.searchParams.append(name, value);
      }
      url.searchParams.set(key, `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`);
      if (within && !url.searchParams.has("within")) url.searchParams.set("within", within);
      url.searchParams.set("sort", "distance");
      location.assign(url);
    }, () => {
      button.disabled = false;
      say("");
      const ways = document.querySelector("[data-denied]");
      ways.hidden = false;
      ways.focus();
    }, { timeout: LONGEST_MS, maximumAge: 60_000 });
  });
}

/** Follow a link to a field of this page: open what it stands in, and begin there. */
function leading(link) {
  link.addEventListener("click", () => {
    const to = document.getElementById(link.hash.slice(1));
    for (let around = to; around; around = around.parentElement) {
      if (around.localName === "details") around.open = true;
    }
    to.focus();
  });
}

/** Close with Escape what stands open around the focus, and give the focus to what opened it. */
function leaving(event) {
  if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
  const open = document.activeElement?.closest("details[open]");
  if (!open || getComputedStyle(open.querySelector("summary")).display === "none") return;
  open.open = false;
  open.querySelector("summary").focus();
}

document.addEventListener("keydown", leaving);
if (COPYABLE) document.querySelectorAll("[data-copy]").forEach(copying);
if (LOCATABLE) document.querySelectorAll("[data-locate]").forEach(locating);
document.querySelectorAll("[data-denied] a").forEach(leading);
