// A disclosure that acts as a menu: it closes on Escape, on a click elsewhere and when focus leaves.

for (const menu of document.querySelectorAll("details[data-menu]")) {
  const close = () => menu.removeAttribute("open");

  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      close();
      menu.querySelector("summary").focus();
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) close();
  });
}
