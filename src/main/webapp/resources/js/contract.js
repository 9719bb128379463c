"use strict";
// Lists whose rows open and can be picked, and a link that is copied. Everything works without, only with more clicks.
(() => {
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];

  // A row opens what it tells of, unless something in it was meant, or its words are being marked.
  $("tr[data-href]").forEach((row) => row.addEventListener("click", (event) => {
    if (event.target.closest("a, button, input, label, td:has(input)") || String(getSelection())) return;
    if (event.ctrlKey || event.metaKey) window.open(row.dataset.href);
    else location.href = row.dataset.href;
  }));

  // The button says how many are picked.
  const count = () => $("[data-counts]").forEach((button) => {
    const picked = $(`input[name="${button.dataset.counts}"]:checked`).length;
    button.dataset.none = button.dataset.none || button.value;
    button.value = picked ? button.dataset.words.replace("#", picked) : button.dataset.none;
    button.disabled = picked === 0;
    button.classList.toggle("primary", picked > 0);
  });
  $("[data-picks]").forEach((all) => all.addEventListener("change", () => {
    $(`input[name="${all.dataset.picks}"]`).forEach((one) => { one.checked = all.checked; });
    count();
  }));
  document.addEventListener("change", (event) => {
    if (event.target.name === "pick") count();
    const form = event.target.closest("form[data-changes]");
    if (form && event.target.tagName === "SELECT") form.requestSubmit();
  });
  window.addEventListener("pageshow", count);
  count();

  // A part of the page follows what is typed, after a pause, as long as the field is not left.
  let pause;
  document.addEventListener("input", (event) => {
    const look = event.target.form && event.target.form.querySelector("[data-looks]");
    clearTimeout(pause);
    if (look) pause = setTimeout(() => document.activeElement === event.target && look.click(), 500);
  });

  // A complaint that arrives while one types marks its field, which is not replaced under the fingers.
  const mark = () => $("#sheet .field").forEach((field) => {
    const input = field.querySelector("input, textarea");
    const message = field.querySelector("[id$='-message']");
    if (!input || !message) return;
    const wrong = message.textContent.trim() !== "";
    if (wrong) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", message.id);
    } else input.removeAttribute("aria-invalid");
  });
  if (document.getElementById("sheet")) new MutationObserver(mark).observe(document.getElementById("sheet"), { childList: true, subtree: true });

  // Copying says that it was done.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copies]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copies);
    const done = () => { button.textContent = button.dataset.done; };
    field.select();
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, () => document.execCommand("copy") && done());
    else if (document.execCommand("copy")) done();
  });
})();
