"use strict";
// Alarms of deadlines on a page that stays open: asked for every ten seconds while it is looked at, each told once in
// this tab, politely. Where the page may no longer ask, since the session has ended, it stops.
(() => {
  const place = document.getElementById("alarms");
  if (!place) return;
  const PAUSE = 10000;
  const REMEMBERED = 200;
  const kept = JSON.parse(sessionStorage.getItem("alarms") || "{}");
  let asOf = kept.asOf || "";
  let told = kept.told || [];
  let timer = 0;

  const line = (text, href, tone) => {
    const box = document.createElement("div");
    const link = document.createElement("a");
    const close = document.createElement("button");
    box.className = "alarm";
    box.dataset.tone = tone;
    link.href = href;
    link.textContent = text;
    close.type = "button";
    close.setAttribute("aria-label", place.dataset.close);
    close.textContent = "×";
    close.addEventListener("click", () => box.remove());
    box.append(link, close);
    place.append(box);
    while (place.children.length > 6) place.firstElementChild.remove();
  };

  const tell = (news) => {
    const unheard = news.alarms.filter((alarm) => !told.includes(alarm.id)).reverse();
    unheard.forEach((alarm) => line(alarm.text, alarm.href, alarm.tone));
    if (unheard.length && news.more) line(news.more, place.dataset.all, "bad");
    asOf = news.asOf;
    told = told.concat(unheard.map((alarm) => alarm.id)).slice(-REMEMBERED);
    sessionStorage.setItem("alarms", JSON.stringify({ asOf, told }));
  };

  const ask = async () => {
    timer = 0;
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.from + (asOf ? "?after=" + encodeURIComponent(asOf) : ""), { redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 403) return;
      if (answer.ok) tell(await answer.json());
    } catch (e) {
      // No connection for the moment: the next time will do.
    }
    timer = setTimeout(ask, PAUSE);
  };

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !timer) ask();
  });
  ask();
})();
