"use strict";
// A file that is dropped or chosen is checked at once; one that is too large is not even sent.
(() => {
  const form = document.getElementById("verify");
  const drop = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("input[type=submit]");
  const checking = form.querySelector(".checking");
  form.querySelector(".drop-hint").hidden = false;

  const check = () => {
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
  input.addEventListener("change", check);
  ["dragenter", "dragover"].forEach((name) => document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  }));
  ["dragleave", "drop"].forEach((name) => document.addEventListener(name, () => drop.classList.remove("over")));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    check();
  });
  const verdict = document.querySelector(".verdict");
  if (verdict) verdict.focus();
})();
