// A child's age from the birthday, worked out in this browser: the birthday is never sent.
"use strict";

/** Completed months from one ISO day to another; a child born on the 31st turns on the last day. */
function months(birthday, today) {
  const [year, month, day] = birthday.split("-").map(Number);
  const [thisYear, thisMonth, thisDay] = today.split("-").map(Number);
  const lastDay = new Date(Date.UTC(thisYear, thisMonth, 0)).getUTCDate();
  const turned = thisDay >= Math.min(day, lastDay);
  return (thisYear - year) * 12 + thisMonth - month - (turned ? 0 : 1);
}

document.querySelectorAll("[data-birthday]").forEach((entry) => {
  entry.hidden = false;
  const field = entry.querySelector("input");
  field.addEventListener("input", () => {
    if (field.value === "" || field.value > field.dataset.today) return;
    document.getElementById(field.dataset.months).value = months(field.value, field.dataset.today);
  });
});
