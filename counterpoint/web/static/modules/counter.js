// Says how many characters are left. Counted as the server counts: line breaks as two, and whole
// characters rather than UTF-16 halves.

const PAUSE_MS = 1000;

const length = (text) => Array.from(text.replace(/\r?\n/g, "\r\n")).length;

function start(counter) {
  const control = document.getElementById(counter.dataset.counter);
  if (!control) return;
  const spoken = document.createElement("span");
  spoken.className = "unseen";
  spoken.setAttribute("role", "status");
  counter.after(spoken);

  let pause;
  const show = () => {
    const left = Number(counter.dataset.longest) - length(control.value);
    const words = left < 0 ? counter.dataset.over : counter.dataset.left;
    counter.textContent = words.replace("{count}", Math.abs(left));
    counter.classList.toggle("is-over", left < 0);
    // A screen reader hears it when the typing pauses, not at every key.
    clearTimeout(pause);
    pause = setTimeout(() => (spoken.textContent = counter.textContent), PAUSE_MS);
  };
  control.addEventListener("input", show);
  if (control.value) show();
}

const startIn = (root) => root.querySelectorAll("[data-counter]").forEach(start);

startIn(document);
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) startIn(event.target);
});
