// What a pointer or a keyboard can have more of on a search page; all of it is there without.
"use strict";

/** Show what a title means beside its badge: while it is pointed at or has the focus, or at a tap.

A finger's first tap shows it and the second follows the link; Escape or a press elsewhere ends it. */
function explaining(link) {
  const place = link.parentElement;
  const meaning = document.getElementById(link.getAttribute("aria-describedby"));
  if (!meaning) return;
  let popout = null;
  let opening = false;
  const hide = () => {
    popout?.remove();
    popout = null;
    document.removeEventListener("keydown", dismiss);
    document.removeEventListener("pointerdown", elsewhere);
  };
  // A pointer that rests on a badge leaves the keyboard's focus elsewhere.
  const dismiss = (event) => {
    if (event.key === "Escape") hide();
  };
  const elsewhere = (event) => {
    if (!place.contains(event.target)) hide();
  };
  const show = () => {
    if (popout) return;
    popout = document.createElement("div");
    popout.className = "popout";
    popout.setAttribute("aria-hidden", "true");
    popout.append(...[...meaning.childNodes].map((node) => node.cloneNode(true)));
    if (opening) popout.append(document.createElement("br"), meaning.closest(".titles").dataset.again);
    place.append(popout);
    const beyond = popout.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
    if (beyond > 0) popout.style.marginInlineStart = `${-beyond}px`;
    document.addEventListener("keydown", dismiss);
    document.addEventListener("pointerdown", elsewhere);
  };
  if (matchMedia("(hover: hover)").matches) place.addEventListener("mouseenter", show);
  place.addEventListener("mouseleave", hide);
  link.addEventListener("focus", show);
  link.addEventListener("blur", hide);
  link.addEventListener("pointerdown", (event) => {
    opening = event.pointerType === "touch" && !popout;
  });
  link.addEventListener("click", (event) => {
    if (opening) {
      event.preventDefault();
      show();
    }
    opening = false;
  });
}

document.querySelectorAll(".badge-link[aria-describedby]").forEach(explaining);

/** Tie a number of the map to its card, both ways. */
function tying(point) {
  const card = document.getElementById(point.getAttribute("href").slice(1));
  if (!card) return;
  const meet = (on) => () => {
    card.classList.toggle("card--met", on);
    point.classList.toggle("met", on);
  };
  for (const end of [point, card]) {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      end.addEventListener(event, meet(on));
    }
  }
}

document.querySelectorAll('.map a[href^="#n"]').forEach(tying);

/** Give a long list of options a box that narrows it; the parents of what is found stay. */
function narrowing(group) {
  const options = [...group.querySelectorAll("li")];
  if (options.length <= 10) return;
  const box = document.createElement("input");
  box.type = "search";
  box.className = "narrow";
  box.autocomplete = "off";
  box.placeholder = document.getElementById("search").dataset.find;
  box.setAttribute("aria-label", box.placeholder);
  box.addEventListener("input", () => {
    const typed = box.value.trim().toLowerCase();
    for (const option of options) option.hidden = !option.textContent.toLowerCase().includes(typed);
    const more = group.querySelector(".more");
    if (more && typed) more.open = true;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  group.prepend(box);
}

document.querySelectorAll(".facet > [role=group]").forEach(narrowing);

/** Where the filters are a sheet that hides the result, and not a column beside it. */
const SHEET = matchMedia("(width < 60rem)");

/** Keep the button of the filters true: after a change it says how many it leads to. */
function counting(button) {
  const { form } = button;
  const plain = button.textContent;
  const status = form.querySelector(".panel__foot [role=status]");
  let asked = null;
  const count = async () => {
    asked?.abort();
    asked = new AbortController();
    const keys = [...new FormData(form)].filter(([, value]) => value !== "");
    let told = plain; // a value that cannot be used is said beside its field, once it is sent
    try {
      const answer = await fetch(`${button.dataset.counted}?${new URLSearchParams(keys)}`, { signal: asked.signal });
      if (answer.ok) told = (await answer.json()).text;
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    button.textContent = told;
    status.textContent = told === plain ? "" : told;
  };
  if (SHEET.matches) button.textContent = button.dataset.view;
  form.addEventListener("change", (event) => {
    if (event.target.matches("[name]")) count();
  });
}

document.querySelectorAll("[data-counted]").forEach(counting);
