"use strict";
// Lets the customer try instalments: the same sums and codes as kit/domain/simulation.py.
(() => {
  const place = document.getElementById("simulator");
  const [count, first] = [place.querySelector("select"), place.querySelector("input")];
  const [rows, code, send] = [place.querySelector("tbody"), place.querySelector("output"), place.querySelector("a")];
  const total = Number(place.dataset.total);
  const months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
  const rupiah = (amount) => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;
  const written = ([year, month, day]) => `${day} ${months[month - 1]} ${year}`;
  const after = ([year, month, day], steps) => {
    const at = year * 12 + month - 1 + steps;
    const [y, m] = [Math.floor(at / 12), at % 12 + 1];
    return [y, m, Math.min(day, new Date(Date.UTC(y, m, 0)).getUTCDate())];
  };
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const check = (text) => {
    let state = 2166136261;
    for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 16777619) >>> 0;
    return [27, 22, 17, 12].map((shift) => digits[state >>> shift & 31]).join("");
  };
  const simulate = (sum, number, day) => {
    const each = Math.floor(sum / number / 1000) * 1000;
    return Array.from({ length: number }, (_, at) => [after(day, at), at < number - 1 ? each : sum - each * (number - 1)]);
  };
  const code_of = (sum, number, day) => {
    const when = day.map((part) => String(part).padStart(2, "0")).join("");
    return `${place.dataset.mark}-${number}-${when}-${check(`${place.dataset.mark}-${sum}-${number}-${when}`)}`;
  };
  place.simulate = simulate;
  place.code_of = code_of;
  const show = () => {
    const usable = first.value >= first.min && first.value <= first.max;
    if (send) send.hidden = !usable;
    code.textContent = "";
    rows.textContent = "";
    if (!usable) return;
    const [number, day] = [Number(count.value), first.value.split("-").map(Number)];
    simulate(total, number, day).forEach(([due, amount], at) => {
      const row = rows.insertRow();
      [String(at + 1), written(due), rupiah(amount)].forEach((text, column) => {
        const cell = row.insertCell();
        cell.textContent = text;
        if (column === 2) cell.className = "num";
      });
    });
    const proposal = code_of(total, number, day);
    code.textContent = proposal;
    const words = `Halo, kami mengusulkan pembayaran bertahap ${number} kali, mulai ${written(day)}. Kode usulan: ${proposal}. Kami paham usulan ini baru mengikat setelah perjanjiannya ditandatangani kedua pihak.`;
    if (send) send.href = `${place.dataset.phone}?text=${encodeURIComponent(words)}`;
  };
  ["input", "change"].forEach((kind) => place.addEventListener(kind, show));
  document.getElementById("offers").hidden = true;
  place.hidden = false;
  show();
})();
