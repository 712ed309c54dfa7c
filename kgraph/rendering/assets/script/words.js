"use strict";
// What the page says, in the language chosen; words come from the page's content.
(function (kgraph) {
  let words = {};
  let language = "id";

  /** Return the sentence of that name, its {braces} filled. */
  function say(name, parts) {
    const sentence = (words[language] || {})[name] || name;
    return sentence.replace(/\{(\w+)\}/g, (brace, part) => (parts && part in parts ? String(parts[part]) : brace));
  }

  /** Return "1 release" or "n releases". */
  function sayReleases(count) {
    return say(count === 1 ? "releases_one" : "releases_many", { count: formatCount(count) });
  }

  function formatCount(count) {
    return count.toLocaleString(language);
  }

  /** Return an ISO day or month as a person writes it; what is no date is returned as it is. */
  function formatDate(iso) {
    const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso || "");
    if (!parts) {
      return iso || say("undated");
    }
    const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] || 1)));
    const style = { year: "numeric", month: parts[3] ? "long" : "short", timeZone: "UTC" };
    if (parts[3]) {
      style.day = "numeric";
    }
    return day.toLocaleDateString(language === "id" ? "id-ID" : "en-GB", style);
  }

  /** Return the name of a thing that has one in both languages. */
  function nameOf(thing) {
    return thing[language] || thing.id || thing.name;
  }

  /** Write every marked text of the page in the language chosen. */
  function translate(root) {
    document.documentElement.lang = language;
    for (const element of root.querySelectorAll("[data-word]")) {
      element.textContent = say(element.dataset.word);
    }
    for (const element of root.querySelectorAll("[data-word-label]")) {
      element.setAttribute("aria-label", say(element.dataset.wordLabel));
      element.title = say(element.dataset.wordLabel);
    }
    for (const element of root.querySelectorAll("[data-word-placeholder]")) {
      element.placeholder = say(element.dataset.wordPlaceholder);
    }
  }

  function useWords(all) {
    words = all;
  }

  function switchLanguage() {
    language = language === "id" ? "en" : "id";
  }

  Object.assign(kgraph, { say, sayReleases, formatCount, formatDate, nameOf, translate, useWords, switchLanguage });
})((globalThis.kgraph = globalThis.kgraph || {}));
