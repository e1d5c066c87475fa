// Long forms save themselves: what is typed stays in this browser until the server has it.
//
// A draft is dropped only once a sent form has led to another page that is not an error page, so
// a failed connection, a refusal or a closed tab loses nothing.

const PREFIX = "counterpoint:draft:";
const SENT = "counterpoint:sent";
const KEPT_MS = 30 * 24 * 3600 * 1000;
const PAUSE_MS = 400;

const isKept = (control) =>
  control.name &&
  control.name !== "csrfmiddlewaretoken" &&
  !["hidden", "password", "file", "submit", "button"].includes(control.type);

const controlsOf = (form) => Array.from(form.elements).filter(isKept);

function read(form) {
  return controlsOf(form).map((control) => {
    const isChoice = control.type === "checkbox" || control.type === "radio";
    if (isChoice) return [control.name, control.value, control.checked];
    if (control.multiple) return [control.name, Array.from(control.selectedOptions, (o) => o.value)];
    return [control.name, control.value];
  });
}

function write(form, entries) {
  const waiting = [...entries];
  for (const control of controlsOf(form)) {
    const isChoice = control.type === "checkbox" || control.type === "radio";
    const place = waiting.findIndex(
      ([name, value]) => name === control.name && (!isChoice || value === control.value),
    );
    if (place < 0) continue;
    const [[, value, isChecked]] = waiting.splice(place, 1);
    if (isChoice) control.checked = isChecked;
    else if (control.multiple)
      for (const option of control.options) option.selected = value.includes(option.value);
    else control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const keyOf = (form) => `${PREFIX}${location.pathname}#${form.dataset.autosave}`;

function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keep(key, draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or switched off: the form works as it would without this module.
  }
}

function drafts() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function dropOldDrafts() {
  for (const key of drafts())
    if (Date.now() - (stored(key)?.at ?? 0) > KEPT_MS) localStorage.removeItem(key);
}

function dropDraftThatArrived() {
  const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "null");
  if (!sent) return;
  sessionStorage.removeItem(SENT);
  const isTrouble = document.body.classList.contains("trouble");
  if (location.pathname !== sent.from && !isTrouble) localStorage.removeItem(sent.key);
}

function offerBack(form, key) {
  const draft = stored(key);
  const notice = form.querySelector("[data-autosave-notice]");
  if (!draft || !notice || JSON.stringify(draft.entries) === JSON.stringify(read(form))) return;
  notice.hidden = false;
  notice.querySelector("[data-autosave-restore]").addEventListener("click", () => {
    write(form, draft.entries);
    notice.hidden = true;
    controlsOf(form)[0]?.focus();
  });
  notice.querySelector("[data-autosave-discard]").addEventListener("click", () => {
    localStorage.removeItem(key);
    notice.hidden = true;
  });
}

function start(form) {
  const key = keyOf(form);
  const save = () => keep(key, { at: Date.now(), entries: read(form) });
  let pause;
  form.addEventListener("input", (event) => {
    if (!event.isTrusted) return;
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(pause);
    save();
    sessionStorage.setItem(SENT, JSON.stringify({ key, from: location.pathname }));
  });
  addEventListener("pagehide", () => {
    if (pause) save();
  });
  offerBack(form, key);
}

try {
  dropOldDrafts();
  dropDraftThatArrived();
  document.querySelectorAll("form[data-autosave]").forEach(start);
  // The next person at a shared computer must not find what this one typed.
  document.querySelectorAll("form[data-signs-out]").forEach((form) =>
    form.addEventListener("submit", () => drafts().forEach((key) => localStorage.removeItem(key))),
  );
} catch (error) {
  if (!(error instanceof DOMException)) throw error; // storage switched off altogether
}
