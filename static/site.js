// Four small helps; every page works without them.
"use strict";

const COPYABLE = "clipboard" in navigator;
const LOCATABLE = "geolocation" in navigator;

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
      button.textContent = button.dataset.failed;
      say(button.dataset.failed);
    });
  });
}

/** Close the sheet of filters when its link to the results is followed. */
function closing(link) {
  link.addEventListener("click", () => {
    link.closest("details").open = false;
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
document.querySelectorAll(".filters__close").forEach(closing);
