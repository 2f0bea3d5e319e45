"use strict";
(() => {
  const form = document.querySelector("form.filters");
  const notes = [...document.querySelectorAll(".finding")];
  const marked = [...document.querySelectorAll("[data-for]")];

  const filter = () => {
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const { rule, fix, shown } = form.elements;
    const visible = new Set();
    for (const note of notes) {
      const { severity, rule: ofRule, fix: withFix } = note.dataset;
      note.hidden = !(severities.has(severity) && (!rule.value || rule.value === ofRule)
        && (!fix.value || fix.value === withFix));
      if (!note.hidden) visible.add(note.id);
    }
    for (const words of marked) {
      words.classList.toggle("off", !words.dataset.for.split(" ").some((id) => visible.has(id)));
    }
    shown.value = `${visible.size} of ${notes.length} shown`;
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }
})();
