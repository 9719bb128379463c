"use strict";
// A file that is dropped anywhere or chosen is sent at once; one that is too large is not even sent.
(() => {
  const drop = document.querySelector(".drop");
  if (!drop) return;
  const form = drop.closest("form");
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("input[type=submit]");
  const checking = form.querySelector(".checking");
  form.querySelectorAll(".drop-hint").forEach((hint) => { hint.hidden = false; });

  const send = () => {
    const file = input.files[0];
    if (!file) return;
    if (file.size > Number(drop.dataset.largest)) {
      checking.textContent = drop.dataset.tooLarge;
      input.value = "";
      return;
    }
    checking.textContent = drop.dataset.checking;
    form.requestSubmit(button);
  };
  input.addEventListener("change", send);
  ["dragenter", "dragover"].forEach((name) => document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  }));
  ["dragleave", "drop"].forEach((name) => document.addEventListener(name, () => drop.classList.remove("over")));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    send();
  });
  const verdict = document.querySelector(".verdict");
  if (verdict) verdict.focus();
})();
