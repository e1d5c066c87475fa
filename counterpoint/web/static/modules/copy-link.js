// Shows the copy buttons where the browser can copy, and says when it has.

const SHOWN_MS = 2500;

function start(button) {
  const words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const address = new URL(button.dataset.copyLink || location.href, location.href);
    await navigator.clipboard.writeText(address.href);
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = words), SHOWN_MS);
  });
}

// Browsers offer the clipboard on secure addresses only; elsewhere the buttons stay hidden.
if (navigator.clipboard) document.querySelectorAll("[data-copy-link]").forEach(start);
