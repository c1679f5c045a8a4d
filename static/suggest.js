// Suggestions under the one box while somebody types: a combobox with a list (WAI-ARIA 1.2).
// Without this script the box is a plain field of its form, and nothing is missing.
"use strict";

const PAUSE_MS = 120;
const KEPT = 50;

/** The box with its list: one per page. */
class Suggestions {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input");
    this.list = element("ul", { id: "suggestions", role: "listbox", hidden: "" });
    this.list.setAttribute("aria-label", box.dataset.label);
    this.status = element("p", { role: "status", class: "visually-hidden" });
    box.append(this.list, this.status);
    this.found = [];
    this.active = -1;
    this.kept = new Map();
    this.listen();
  }

  listen() {
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
    })) this.input.setAttribute(name, value);
    this.input.addEventListener("input", (event) => {
      // While an input method composes, what stands in the box is no text yet.
      if (!event.isComposing) this.later();
    });
    this.input.addEventListener("compositionend", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.place));
    });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    const typed = this.input.value.trim();
    this.asked?.abort();
    if (!typed) return this.close();
    if (!this.kept.has(typed)) {
      this.asked = new AbortController();
      const url = new URL(this.box.dataset.suggest, location.href);
      url.searchParams.set("q", typed);
      try {
        const answer = await fetch(url, { signal: this.asked.signal });
        if (!answer.ok) return this.close();
        if (this.kept.size >= KEPT) this.kept.clear();
        this.kept.set(typed, (await answer.json()).suggestions);
      } catch (error) {
        // Given up for a newer text, which must not be given up with it; or the network is gone.
        if (error.name !== "AbortError") this.close();
        return;
      }
    }
    if (typed === this.input.value.trim() && document.activeElement === this.input) {
      this.show(this.kept.get(typed));
    }
  }

  show(found) {
    this.found = found;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...found.map(option));
    this.open(found.length > 0);
    const { some, none } = this.box.dataset;
    this.status.textContent = found.length ? some.replace("#", found.length) : none;
  }

  open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (!open) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.active = -1;
    this.status.textContent = "";
    this.open(false);
  }

  key(event) {
    if (event.isComposing) return;
    const opened = !this.list.hidden;
    const last = this.found.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!opened) return void this.ask();
      const down = event.key === "ArrowDown";
      // From the last the next is the box itself, so that what was typed can be had back.
      const next = down ? this.active + 1 : (this.active < 0 ? last : this.active - 1);
      this.mark(next > last ? -1 : next);
    } else if (event.key === "Escape" && opened) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && opened && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "Tab" || event.key === "Enter") {
      this.close();
    }
  }

  mark(place) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const marked = this.list.children[place];
    if (!marked) return this.input.removeAttribute("aria-activedescendant");
    marked.setAttribute("aria-selected", "true");
    marked.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", marked.id);
  }

  /** Go there; beside other conditions a place or a brand is searched for together with them. */
  choose(place) {
    const { url, fill } = this.found[place];
    const { form } = this.input;
    const others = [...new FormData(form)].some(([name, value]) => name !== "q" && value !== "");
    this.close();
    if (fill === undefined || !others) return location.assign(url);
    this.input.value = fill;
    form.requestSubmit();
  }
}

function option(found, place) {
  const item = element("li", { id: `suggestion-${place}`, role: "option", "aria-selected": "false" });
  item.dataset.place = place;
  item.dataset.kind = found.kind;
  item.append(words("suggestion__text", found.text, found.lang));
  if (found.reading) item.append(words("suggestion__reading", found.reading));
  if (found.detail) item.append(words("suggestion__detail", found.detail, found.detail_lang));
  return item;
}

function words(name, text, lang) {
  const span = element("span", { class: name });
  if (lang) span.lang = lang;
  span.textContent = text;
  return span;
}

function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

document.querySelectorAll("[data-suggest]").forEach((box) => new Suggestions(box));
