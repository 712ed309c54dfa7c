"use strict";
// The search box: a combobox with suggestions, usable by keyboard alone.
(function (kgraph) {
  const MOST = 8;

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /** Return the nodes that have every word asked for in a name, the best and strongest first. */
  function findNodes(nodes, query) {
    const words = fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (words.length === 0) {
      return [];
    }
    const found = [];
    for (const node of nodes) {
      const names = [node.short, node.name, ...node.forms].map(fold);
      const all = names.join(" ");
      if (words.every((word) => all.includes(word))) {
        const whole = words.join(" ");
        const equal = names.some((name) => name === fold(query));
        const starts = names.some((name) => name.startsWith(whole));
        const inOrder = names.some((name) => words.every((word) => (` ${name}`).includes(` ${word}`)));
        found.push({ node, rank: (equal ? 4 : 0) + (starts ? 2 : 0) + (inOrder ? 1 : 0) });
      }
    }
    found.sort((a, b) => b.rank - a.rank || b.node.releases - a.node.releases || a.node.id - b.node.id);
    return found.map(({ node }) => node);
  }

  class Search {
    constructor(input, list, content, select) {
      this.input = input;
      this.list = list;
      this.content = content;
      this.select = select;
      this.found = [];
      this.active = -1;
      input.addEventListener("input", () => this.suggest());
      input.addEventListener("focus", () => this.suggest());
      input.addEventListener("keydown", (event) => this.press(event));
      input.addEventListener("blur", () => this.close());
      // The box keeps the focus while a suggestion is clicked, else the list is gone before the click.
      list.addEventListener("pointerdown", (event) => event.preventDefault());
      list.addEventListener("click", (event) => {
        const item = event.target.closest("[data-number]");
        if (item) {
          this.choose(Number(item.dataset.number));
        }
      });
    }

    suggest() {
      const query = this.input.value.trim();
      this.found = findNodes(this.content.nodes, query).slice(0, MOST);
      this.list.replaceChildren(...this.found.map((node, number) => {
        const item = kgraph.make("li", {}, kgraph.makeSwatch(this.content, node.kind),
          kgraph.make("span", { text: node.name }));
        item.setAttribute("role", "option");
        item.id = `suggestion-${number}`;
        item.dataset.number = String(number);
        return item;
      }));
      if (query && this.found.length === 0) {
        this.list.append(kgraph.make("li", { cls: "none", text: kgraph.say("no_match") }));
      }
      this.list.hidden = !query;
      this.input.setAttribute("aria-expanded", String(Boolean(query)));
      this.mark(this.found.length > 0 ? 0 : -1);
    }

    mark(number) {
      this.active = number;
      [...this.list.children].forEach((item, other) => item.setAttribute("aria-selected", String(other === number)));
      if (number >= 0) {
        this.input.setAttribute("aria-activedescendant", `suggestion-${number}`);
        this.list.children[number].scrollIntoView({ block: "nearest" });
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    press(event) {
      const count = this.found.length;
      if (event.key === "Escape" && !this.list.hidden) {
        event.preventDefault();
        this.close();
      } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
        event.preventDefault();
        this.choose(this.active);
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.mark((this.active + step + count) % count);
      }
    }

    choose(number) {
      const node = this.found[number];
      this.input.value = node.name;
      this.close();
      this.select({ node: node.id });
    }

    close() {
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  Object.assign(kgraph, { Search, findNodes });
})((globalThis.kgraph = globalThis.kgraph || {}));
