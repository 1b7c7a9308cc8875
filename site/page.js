"use strict";
// Copies account numbers and amounts as digits.
(() => {
  const all = (query, from = document) => Array.from(from.querySelectorAll(query));
  const said = document.getElementById("said");
  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      try { await navigator.clipboard.writeText(text); return true; } catch {}
    }
    const box = document.createElement("textarea");
    box.value = text;
    box.readOnly = true;
    box.className = "away";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };
  all("button[data-copy]").forEach((button) => {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(button.dataset.copy);
      button.focus();
      button.textContent = done ? "Tersalin" : button.dataset.copy;
      said.textContent = done ? `${button.dataset.what} tersalin.` : "";
      setTimeout(() => { button.textContent = words; }, 4000);
    });
  });
})();
