"use strict";
// Links to releases: only to the web, and to the sentence where the browser can find it.
(function (kgraph) {
  function encode(words) {
    return encodeURIComponent(words.join(" ")).replace(/-/g, "%2D");
  }

  /** Return an address of the web, pointing at the quoted sentence, or null for any other. */
  function linkTo(url, quote) {
    let address;
    try {
      address = new URL(url);
    } catch {
      return null;
    }
    if (address.protocol !== "http:" && address.protocol !== "https:") {
      return null;
    }
    const words = (quote || "").split(/\s+/).filter(Boolean);
    if (words.length < 3 || address.hash) {
      return address.href;
    }
    const target = words.length > 10 ? `${encode(words.slice(0, 5))},${encode(words.slice(-5))}` : encode(words);
    return `${address.href}#:~:text=${target}`;
  }

  Object.assign(kgraph, { linkTo });
})((globalThis.kgraph = globalThis.kgraph || {}));
