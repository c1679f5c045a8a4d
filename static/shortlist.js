// The list of nurseries to visit, kept in this browser if its reader asks for it. Nothing is sent.
"use strict";

const LIST = "shanyu.shortlist";
const NOTE = "shanyu.note.";
const MOST = 8;

/** What this browser keeps under a key, `null` where it keeps nothing or may not. */
function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keep a value, or forget it where it is `null`; says whether the browser let us. */
function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** The ids that are kept, `null` where nobody has asked to keep a list. */
function list() {
  const held = kept(LIST);
  return held === null ? null : held.split(" ").filter(Boolean).slice(0, MOST);
}

/** Forget the list and every note. */
function forget() {
  keep(LIST, null);
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(NOTE)).forEach((key) => keep(key, null));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** A page of the chosen ids, from the address that a link has without them. */
function address(path, ids) {
  const url = new URL(path, location.href);
  url.search = "";
  ids.forEach((id) => url.searchParams.append("id", id));
  return url.href;
}

/** On the sheet: keep the list, forget it with the notes, and say what happened. */
function keeping(box) {
  const said = box.querySelector("[data-kept]");
  const forgetting = box.querySelector("[data-forget]");
  box.hidden = false;
  forgetting.hidden = list() === null;
  box.querySelector("[data-remember]").addEventListener("click", () => {
    if (!keep(LIST, box.dataset.keep.trim())) return;
    said.textContent = said.dataset.kept;
    forgetting.hidden = false;
  });
  forgetting.addEventListener("click", () => {
    forget();
    document.querySelectorAll("[data-note] textarea").forEach((field) => { field.value = ""; });
    said.textContent = said.dataset.forgotten;
  });
}

/** A note on one nursery: it is in this browser, and on the paper. */
function noting(box) {
  const field = box.querySelector("textarea");
  const key = NOTE + box.dataset.note;
  box.hidden = false;
  field.value = kept(key) ?? "";
  field.addEventListener("input", () => {
    keep(key, field.value || null);
    document.querySelectorAll("[data-forget]").forEach((button) => { button.hidden = false; });
  });
}

/** In a list of results: what is kept is ticked, and what is ticked is kept, if anything is.

    No more can be ticked than can be compared, or than a kept list holds. */
function choosing(form) {
  // Not `form.id`: the form's fields are named `id`, and hide it.
  const ticks = [...document.querySelectorAll(`input[form="${form.getAttribute("id")}"]`)];
  const button = document.querySelector("[data-keep-list]");
  const known = new Set(ticks.map((tick) => tick.value));
  const others = () => (list() ?? []).filter((id) => !known.has(id));
  const ticked = () => ticks.filter((tick) => tick.checked).map((tick) => tick.value);
  const store = () => keep(LIST, [...others(), ...ticked()].slice(-MOST).join(" "));
  const held = list();
  if (held) ticks.forEach((tick) => { tick.checked = held.includes(tick.value); });
  const compare = form.querySelector("[data-most]");
  const bound = () => {
    const count = ticked().length;
    const most = Number(compare.dataset.most);
    const full = count >= (list() === null ? most : MOST);
    ticks.forEach((tick) => { tick.disabled = full && !tick.checked; });
    compare.disabled = count > most;
  };
  bound();
  ticks.forEach((tick) => tick.addEventListener("change", () => {
    if (list() !== null) store();
    bound();
  }));
  if (button) {
    button.hidden = held !== null;
    button.addEventListener("click", () => {
      if (store()) button.hidden = true;
      bound();
    });
  }
}

/** A link to the list that is kept, where there is one. */
function recalling(link) {
  const show = () => {
    const held = list();
    link.hidden = !held || held.length === 0;
    if (!link.hidden) {
      link.href = address(link.dataset.list, held);
      link.querySelector("[data-count]").textContent = held.length;
    }
  };
  show();
  document.addEventListener("change", show);
  document.addEventListener("click", show);
}

/** On a nursery's page: put it on the kept list, or take it off. */
function adding(button) {
  const id = button.dataset.add;
  const label = () => {
    button.textContent = (list() ?? []).includes(id) ? button.dataset.on : button.dataset.off;
    button.setAttribute("aria-pressed", String((list() ?? []).includes(id)));
  };
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    const held = list() ?? [];
    keep(LIST, (held.includes(id) ? held.filter((one) => one !== id) : [...held, id]).slice(-MOST).join(" "));
    label();
  });
}

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
document.querySelectorAll("[data-keep]").forEach(keeping);
document.querySelectorAll("[data-note]").forEach(noting);
document.querySelectorAll("[data-choosing]").forEach(choosing);
document.querySelectorAll("[data-add]").forEach(adding);
document.querySelectorAll("[data-list]").forEach(recalling);
