// What is wrong with the open page for the eye: too wide, one thing over another, text cut off.
() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const floats = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  };
  const name = (element) => `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 24)}`;
  const wrong = [];
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("scrolls sideways");

  const pressed = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((element) => seen(element) && !floats(element))
    .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })))
    .filter(({ box }) => box.width > 2 && box.height > 2)
    .sort((one, other) => one.box.top - other.box.top);
  const slack = 3; // of padding that touches the next line
  pressed.forEach((one, place) => {
    for (const other of pressed.slice(place + 1)) {
      if (other.box.top > one.box.bottom - slack) break;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > slack && down > slack) wrong.push(`${name(one.element)} lies over ${name(other.element)}`);
    }
  });

  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    const hides = ["hidden", "clip"];
    if (!element.textContent.trim() || element.clientWidth < 3 || !seen(element)) continue;
    if (element.closest("svg")) continue;
    const cut =
      (hides.includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (cut) wrong.push(`${name(element)} is cut`);
  }
  return wrong;
}
