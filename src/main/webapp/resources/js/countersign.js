"use strict";
// What the pages do beyond HTML: keys, running clocks, and nothing typed is lost when a session ends.
(() => {
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];

  // "/" or Ctrl-K opens the search; Escape closes a menu.
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    const search = document.getElementById("q");
    if (search && ((event.key === "/" && !typing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)))) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape") {
      $("details.menu[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
    }
  });
  document.addEventListener("click", (event) => {
    $("details.menu[open]").filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
  });

  // Clocks: the same words as the server writes, every second.
  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const length = (words, seconds) => {
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (hours >= 24) return fill(words.days, Math.floor(hours / 24), hours % 24);
    const two = (number) => String(number % 60).padStart(2, "0");
    return hours > 0 ? fill(words.hours, hours, two(minutes), two(seconds)) : fill(words.minutes, minutes, seconds % 60);
  };
  // By the server's time, where this computer's clock is wrong: what it said when its answer began to arrive.
  const said = document.querySelector("meta[name=now]");
  const arrival = performance.getEntriesByType("navigation")[0];
  const skew = said && arrival ? Date.parse(said.content) - performance.timeOrigin - arrival.responseStart : 0;
  const now = () => Date.now() + (Math.abs(skew) > 2000 ? skew : 0);
  const tick = () => $("time[data-left][datetime^='2']").forEach((time) => {
    const left = (new Date(time.dateTime) - now()) / 1000;
    const words = time.dataset;
    time.textContent = fill(left < 0 ? words.over : words.left, length(words, Math.floor(Math.abs(left))));
    time.closest(".clock").dataset.tone = left < 0 ? "bad" : left < 86400 ? "warn" : "calm";
  });
  const beat = () => { tick(); setTimeout(beat, 1000 - (now() % 1000)); };
  setTimeout(beat, 1000 - (now() % 1000));

  // A form that came back with complaints: the summary is read first, a question that holds one is open again.
  $(".notes .wrong").slice(0, 1).forEach((summary) => summary.focus());
  $("[popover] [aria-invalid=true]").slice(0, 1).forEach((input) => input.closest("[popover]").showPopover());

  // A form that was sent once is not sent twice by a second click.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
    setTimeout(() => delete form.dataset.sent, 4000);
  });

  // Drafts: kept in this tab when a page with a form is left, given back only after a session that ended in between.
  const store = window.sessionStorage;
  const keepable = (field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type);
  const fields = () => $("main form").filter((form) => form.method === "post").flatMap((form) => [...form.elements]).filter(keepable);
  const clear = () => Object.keys(store).filter((key) => key.startsWith("draft:")).forEach((key) => store.removeItem(key));
  const key = "draft:" + location.pathname;
  const page = document.querySelector("[data-session]");
  if (page) {
    if (page.dataset.session === "ended") store.setItem("interrupted", "true");
    else if (page.dataset.session === "none") { store.removeItem("interrupted"); clear(); }
    return;
  }
  const draft = JSON.parse(store.getItem(key) || "null");
  if (draft && store.getItem("interrupted")) {
    fields().forEach((field) => {
      const kept = draft[field.name];
      if (kept === undefined) return;
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = kept.includes(field.value);
      else field.value = kept[0];
    });
  }
  store.removeItem("interrupted");
  clear();
  window.addEventListener("pagehide", () => {
    const typed = {};
    fields().forEach((field) => {
      if (/^(checkbox|radio)$/.test(field.type)) (typed[field.name] = typed[field.name] || []).push(...(field.checked ? [field.value] : []));
      else typed[field.name] = [field.value];
    });
    if (Object.keys(typed).length) store.setItem(key, JSON.stringify(typed));
  });
})();

// In a narrow window tabs reach beyond its edge: the one that is open is shown.
document.querySelectorAll(".tabs").forEach((tabs) => {
  const open = tabs.querySelector("[aria-current]");
  if (open) tabs.scrollLeft = Math.max(0, open.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - open.offsetWidth) / 2);
});
