"use strict";
(() => {
  const all = (query, from = document) => Array.from(from.querySelectorAll(query));
  all("[hidden]").forEach((each) => { each.hidden = false; });
  const table = document.getElementById("customers");
  if (table) {
    const body = table.tBodies[0];
    const rows = all("tr", body);
    const key = (row, at) => { const cell = row.cells[at]; return cell.dataset.key || cell.textContent.trim().toLowerCase(); };
    all("thead th", table).forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending";
        all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const number = head.classList.contains("num");
        rows.sort((one, other) => {
          const [a, b] = [key(one, at), key(other, at)];
          const less = number ? Number(a) - Number(b) : a.localeCompare(b, "id");
          return down === number ? -less : less;
        });
        body.append(...rows);
      });
    });
    const filter = document.getElementById("filter");
    filter.addEventListener("input", () => {
      const wanted = filter.value.trim().toLowerCase();
      rows.forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
    });
  }
  const save = document.getElementById("export");
  if (save) {
    all(".tick input").forEach((box) => box.addEventListener("change", () => box.closest(".job").classList.toggle("done", box.checked)));
    save.addEventListener("click", () => {
      const by = document.getElementById("by").value.trim();
      const entries = all(".tick input:checked").map((box) => {
        const job = box.closest(".job");
        const [kind, how] = job.querySelector("select").value.split(" ");
        const entry = { kind, date: save.dataset.day, customer: job.dataset.customer };
        if (kind === "sent") Object.assign(entry, { stage: job.dataset.stage, items: job.dataset.items.split(","), channel: how });
        else Object.assign(entry, { via: "call", outcome: how });
        if (by) entry.by = by;
        return entry;
      });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify({ format: 1, entries }, null, 2) + "\n"], { type: "application/json" }));
      link.download = `santun-${save.dataset.day}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
})();
