"use strict";
// All of this is comfort: the page reads, prints and folds without it.
for (const part of document.querySelectorAll(".scripted")) part.hidden = false;

const boxes = [...document.querySelectorAll(".filters input")];
const standing = [...document.querySelectorAll(".group .finding")];

function checked(name) {
  const own = boxes.filter((box) => box.name === name);
  return own.length ? new Set(own.filter((box) => box.checked).map((box) => box.value)) : null;
}

function filter() {
  const severities = checked("severity");
  const kinds = checked("kind");
  let shown = 0;
  for (const finding of standing) {
    finding.hidden =
      !(severities?.has(finding.dataset.severity) ?? true) || !(kinds?.has(finding.dataset.kind) ?? true);
    shown += finding.hidden ? 0 : 1;
  }
  for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector(".finding:not([hidden])");
  document.querySelector(".filters .count").textContent = `Showing ${shown} of ${standing.length}`;
}

if (boxes.length) {
  for (const box of boxes) box.addEventListener("change", filter);
  filter();
}

// A link from the table must arrive even where a filter hides its finding.
function arrive() {
  const target = document.getElementById(location.hash.slice(1));
  const hidden = target?.closest("[hidden]");
  if (!hidden) return;
  for (const box of boxes) box.checked = true;
  filter();
  target.scrollIntoView();
}
window.addEventListener("hashchange", arrive);

async function copy(button) {
  const words = document.getElementById(button.dataset.copy);
  const text = [...words.querySelectorAll("p")].map((paragraph) => paragraph.textContent).join("\n");
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // an old browser, or one that gives files no clipboard: copy what is selected
    getSelection().selectAllChildren(words);
    done = document.execCommand("copy");
  }
  button.parentElement.querySelector("[role=status]").textContent = done ? "Copied" : "Selected: press Ctrl+C";
}
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
