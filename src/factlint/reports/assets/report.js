"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const cards = all(".card").map((element) => ({
    element,
    details: element.querySelector("details"),
    facets: JSON.parse(element.dataset.facets),
    words: element.textContent.toLowerCase(),
  }));
  const toggles = all("[aria-pressed]");
  const selects = all("select[data-facet]");
  const search = one("search");

  for (const id of ["theme", "filters"]) one(id).hidden = false;
  for (const element of all(".all, .back")) element.hidden = false;

  /* filters: within a facet any pressed value will do, and every facet in use must hold */
  const wanted = () => {
    const facets = new Map();
    const add = (facet, value) => facets.set(facet, [...(facets.get(facet) || []), value]);
    for (const toggle of toggles) {
      if (toggle.getAttribute("aria-pressed") === "true") add(toggle.dataset.facet, toggle.dataset.value);
    }
    for (const select of selects) if (select.value) add(select.dataset.facet, select.value);
    return facets;
  };
  const matches = (card, facets, words) =>
    words.every((word) => card.words.includes(word)) &&
    [...facets].every(([facet, values]) => values.some((value) => card.facets[facet].includes(value)));
  const keys = (mark) => mark.dataset.claims.split(" ");
  const marks = all(".mark[data-claims]");
  const dim = (shown) => {
    for (const mark of marks) mark.classList.toggle("off", !keys(mark).some((key) => shown.has(key)));
    for (const pin of all(".pin")) pin.classList.toggle("off", !shown.has(pin.getAttribute("href").slice(1)));
  };
  const apply = () => {
    const facets = wanted();
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Set();
    for (const card of cards) {
      const fits = matches(card, facets, words);
      card.element.hidden = !fits;
      if (fits) shown.add(card.details.id);
    }
    dim(shown);
    const noun = cards.length === 1 ? "claim" : "claims";
    one("status").textContent = shown.size === cards.length ? `${shown.size} ${noun}` : `${shown.size} of ${cards.length} ${noun}`;
    one("none").hidden = shown.size > 0;
  };
  const clear = () => {
    for (const toggle of toggles) toggle.setAttribute("aria-pressed", "false");
    for (const select of selects) select.value = "";
    search.value = "";
    apply();
  };
  for (const toggle of toggles) {
    toggle.addEventListener("click", () => {
      toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  for (const select of selects) select.addEventListener("change", apply);
  search.addEventListener("input", apply);
  one("filters").addEventListener("submit", (event) => event.preventDefault());
  one("filters").addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
  });

  /* a claim opens from its address, from its words in the article, and from the lists below */
  const light = (key) => {
    for (const mark of marks) mark.classList.toggle("lit", keys(mark).includes(key));
  };
  const paper = document.querySelector(".paper");
  const wordsOf = (key) => marks.find((mark) => keys(mark).includes(key));
  const open = (key) => {
    const card = cards.find((candidate) => candidate.details.id === key);
    if (!card) return;
    if (card.element.hidden) clear();
    card.details.open = true;
    light(key);
    card.element.scrollIntoView({ block: "start" });
    const words = wordsOf(key);
    if (words) paper.scrollTo({ top: words.offsetTop - paper.clientHeight / 3 });
    card.details.querySelector("summary").focus({ preventScroll: true });
  };
  for (const { details } of cards) {
    details.addEventListener("toggle", () => details.open && light(details.id));
  }
  for (const pin of all(".pin")) {
    const show = () => light(pin.getAttribute("href").slice(1));
    pin.addEventListener("pointerenter", show);
    pin.addEventListener("focus", show);
  }
  const fromAddress = () => open(location.hash.slice(1));
  const go = (key) => {
    if (location.hash === `#${key}`) open(key);
    else location.hash = key;
  };
  window.addEventListener("hashchange", fromAddress);
  document.addEventListener("click", (event) => {
    const back = event.target.closest(".back");
    const mark = event.target.closest(".mark[data-claims]");
    const link = event.target.closest('a[href^="#claim-"]');
    if (back) {
      light(back.dataset.claim);
      const words = wordsOf(back.dataset.claim);
      if (words) words.scrollIntoView({ block: "center" });
    } else if (mark) {
      go(keys(mark)[0]);
    } else if (link) {
      event.preventDefault();
      go(link.getAttribute("href").slice(1));
    }
  });

  const setAll = (state) => {
    for (const card of cards) if (!card.element.hidden) card.details.open = state;
  };
  one("open-all").addEventListener("click", () => setAll(true));
  one("close-all").addEventListener("click", () => setAll(false));

  /* on paper everything is open, and afterwards as it was */
  let before = [];
  window.addEventListener("beforeprint", () => {
    before = all(".card details:not([open]):not(.data)");
    for (const details of before) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of before) details.open = false;
  });

  const root = document.documentElement;
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = one("theme");
  const name = () => {
    theme.textContent = dark() ? "Light" : "Dark";
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    name();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  name();
  /* after the browser's own jump, which would take the focus away */
  window.addEventListener("load", () => requestAnimationFrame(fromAddress));
})();
