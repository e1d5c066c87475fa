// Enter asks the question; Shift and Enter make a new line.

document.querySelectorAll("form[data-question] textarea").forEach((box) =>
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  }),
);
