"use strict";
// The customer's page: a signature can be drawn, and what was typed outlives the way to the mail and back.
(() => {
  const form = document.getElementById("sign");
  const page = document.querySelector("[data-stage]");
  const store = window.sessionStorage;
  const key = page && "portal:" + page.dataset.link;
  if (!form) {
    if (page) store.removeItem(key);
    return;
  }
  const field = (name) => form.elements["sign:" + name];

  // Kept in this tab until the contract is signed. What the server sent back after a mistake is newer.
  const names = ["company", "address", "person", "position", "place", "date", "signature", "drawing", "how"];
  const kept = JSON.parse(store.getItem(key) || "null");
  if (kept && !document.querySelector(".notes .wrong")) {
    names.filter((name) => kept[name] !== undefined && field(name)).forEach((name) => { field(name).value = kept[name]; });
  }
  const keep = () => {
    const typed = {};
    names.filter((name) => field(name)).forEach((name) => { typed[name] = field(name).value; });
    store.setItem(key, JSON.stringify(typed));
  };
  try {
    keep();
    field("kept").value = "true";
  } catch (full) {
    field("kept").value = "false";
  }
  form.addEventListener("input", keep);

  // The signature follows the name until somebody writes it otherwise.
  const person = field("person");
  const signature = field("signature");
  if (person && signature) {
    let follows = !signature.value || signature.value === person.value;
    if (follows) signature.value = person.value;
    person.addEventListener("input", () => { if (follows) signature.value = person.value; });
    signature.addEventListener("input", () => { follows = signature.value === person.value; });
  }

  // Typed or drawn
  const hand = form.querySelector(".hand");
  const drawn = hand.querySelector(".drawn");
  const canvas = hand.querySelector("canvas");
  const pen = canvas.getContext("2d");
  const drawing = field("drawing");
  hand.classList.add("scripted");
  const choose = () => {
    const draws = field("how").value === "drawn";
    drawn.hidden = !draws;
    hand.querySelector(".typed").hidden = draws;
  };
  hand.addEventListener("change", choose);
  choose();
  const complaint = hand.querySelector(".typed .message");
  if (complaint && field("how").value === "drawn") {
    drawn.classList.add("wrong");
    drawn.append(complaint);
  }

  // Dark ink on white whatever the colours of the page: so it is printed.
  pen.strokeStyle = "#14203a";
  pen.lineWidth = 5;
  pen.lineCap = pen.lineJoin = "round";
  if (drawing.value) {
    const before = new Image();
    before.onload = () => pen.drawImage(before, 0, 0);
    before.src = drawing.value;
  }
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
  };
  let last = null;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = at(event);
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(last[0] + 0.1, last[1]);
    pen.stroke();
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last) return;
    pen.beginPath();
    pen.moveTo(...last);
    last = at(event);
    pen.lineTo(...last);
    pen.stroke();
  });
  const lift = () => {
    if (!last) return;
    last = null;
    drawing.value = canvas.toDataURL("image/png");
    keep();
  };
  ["pointerup", "pointercancel"].forEach((name) => canvas.addEventListener(name, lift));
  hand.querySelector("[data-clear]").addEventListener("click", () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    drawing.value = "";
    keep();
  });

  const code = field("code");
  if (code && !document.querySelector(".notes .wrong")) code.focus();
})();
