// The worksheet's live totals, and entries kept in this browser if its reader wants that.
"use strict";

const form = document.querySelector("[data-keep]");
const keepSwitch = form.querySelector("[data-keep-switch]");
const KEY = form.dataset.keep;

/** The points of a field, or null where it holds none within its bounds. */
function points(field) {
  const number = Number(field.value.trim().normalize("NFKC"));
  const given = field.value.trim() !== "" && number >= 0 && number <= Number(field.dataset.points);
  return given ? number : null;
}

/** Add up what is filled in so far. */
function total() {
  const fields = [...form.querySelectorAll("[data-points]")].filter((field) => points(field) !== null);
  const sum = fields.reduce((before, field) => before + points(field), 0);
  const of = fields.reduce((before, field) => before + Number(field.dataset.points), 0);
  form.querySelector("[data-sum]").textContent = `${Math.round(sum * 100) / 100} / ${of}`;
  form.querySelector("[data-unmet]").textContent = form.querySelectorAll("input[value=unmet]:checked").length;
}

/** What local storage holds; nothing where the browser forbids it. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function keep() {
  try {
    if (keepSwitch.checked) localStorage.setItem(KEY, JSON.stringify([...new FormData(form)]));
    else localStorage.removeItem(KEY);
  } catch {
    keepSwitch.checked = false;
  }
}

/** Bring back what was kept, unless the page already came with entries. */
function restore() {
  const entries = kept();
  if (!Array.isArray(entries)) return;
  keepSwitch.checked = true;
  if ([...new FormData(form)].some(([, value]) => value !== "")) return keep();
  for (const [name, value] of entries) {
    const field = form.elements.namedItem(name);
    if (field !== null) field.value = value;
  }
}

/** Empty every field, also those that the server filled in. */
function clear() {
  for (const field of form.elements) {
    if (field.type === "radio") field.checked = field.value === "";
    else if (field.tagName === "INPUT" && field.type !== "checkbox") field.value = "";
  }
  keepSwitch.checked = false;
  keep();
  total();
  const said = form.querySelector("[data-cleared]");
  said.textContent = said.dataset.words;
}

form.querySelector("[data-live]").hidden = false;
form.querySelector("[data-keeping]").hidden = false;
form.addEventListener("input", () => {
  total();
  keep();
});
form.querySelector("[data-clear]").addEventListener("click", clear);
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
restore();
total();
