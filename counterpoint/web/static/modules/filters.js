// Filter forms send themselves once a choice is settled.
//
// Moving through a list with the arrow keys changes its value at every step; sending each of them
// would take the list away from under the hand. A choice made by pointer or by ticking is sent at
// once, one made with the arrow keys when focus leaves or Enter is pressed.

const FOCUS = "counterpoint:focus";
const PAUSE_MS = 250;

function start(form) {
  let isByPointer = false;
  let isUnsent = false;
  let pause;

  const send = () => {
    clearTimeout(pause);
    isUnsent = false;
    const id = document.activeElement?.id;
    if (id) sessionStorage.setItem(FOCUS, JSON.stringify({ id, path: location.pathname }));
    form.requestSubmit();
  };

  form.addEventListener("pointerdown", () => (isByPointer = true));
  form.addEventListener("keydown", (event) => {
    isByPointer = false;
    if (event.key === "Enter" && isUnsent && event.target.tagName === "SELECT") send();
  });
  form.addEventListener("change", (event) => {
    clearTimeout(pause);
    if (isByPointer || event.target.type === "checkbox") pause = setTimeout(send, PAUSE_MS);
    else isUnsent = true;
  });
  form.addEventListener("focusout", (event) => {
    const isSameGroup = event.relatedTarget?.name === event.target.name;
    const isButton = event.relatedTarget?.type === "submit";
    if (isUnsent && !isSameGroup && !isButton) send();
  });
}

function returnFocus() {
  const kept = JSON.parse(sessionStorage.getItem(FOCUS) ?? "null");
  sessionStorage.removeItem(FOCUS);
  if (kept?.path === location.pathname) document.getElementById(kept.id)?.focus();
}

const startIn = (root) => root.querySelectorAll("form[data-filters]").forEach(start);

startIn(document);
returnFocus();
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) startIn(event.target);
});
