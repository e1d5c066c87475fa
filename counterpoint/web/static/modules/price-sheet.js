// A price sheet works itself out while it is filled in: a line is added without a round trip, and
// the sum beside the form is fetched again when a box is left. Without this module the buttons of
// the form do the same by sending it.

const PAUSE_MS = 300;

function addLine(part) {
  const rows = part.querySelectorAll(".sheet-row");
  const row = rows[rows.length - 1].cloneNode(true);
  for (const gone of row.querySelectorAll(".error, .cell-remove > *")) gone.remove();
  row.querySelector(".cell-amount").textContent = "";
  row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+$/, rows.length + 1));
  for (const input of row.querySelectorAll("input")) {
    const id = input.id.replace(/\d+$/, rows.length);
    row.querySelector(`label[for="${input.id}"]`).htmlFor = id;
    input.id = id;
    input.value = "";
    input.removeAttribute("autofocus");
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
  rows[rows.length - 1].after(row);
  row.querySelector("input").focus();
}

async function workOut(form) {
  const query = new URLSearchParams(new FormData(form));
  const answer = await fetch(`${form.action}?${query}`, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("price-result");
  document.getElementById("price-result").replaceWith(fresh);
  document.dispatchEvent(new CustomEvent("htmx:load", { target: fresh }));
  form.querySelectorAll("[data-part]").forEach((part) => {
    const total = page.querySelector(`[data-part="${part.dataset.part}"] .part-total`);
    part.querySelector(".part-total").textContent = total.textContent;
  });
  history.replaceState(null, "", answer.url);
}

for (const form of document.querySelectorAll("form[data-price-sheet]")) {
  let pause;
  form.addEventListener("click", (event) => {
    const button = event.target.closest('button[name="add"]');
    if (!button) return;
    event.preventDefault();
    addLine(button.closest("[data-part]"));
  });
  form.addEventListener("change", () => {
    clearTimeout(pause);
    pause = setTimeout(() => workOut(form), PAUSE_MS);
  });
}
