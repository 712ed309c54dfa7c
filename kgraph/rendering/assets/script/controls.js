"use strict";
// The controls: filters, legend, and what is said of what is seen.
(function (kgraph) {
  const byId = (id) => document.getElementById(id);

  function fill(select, options, chosen) {
    select.replaceChildren(...options.map(([value, text]) => kgraph.make("option", { value, text })));
    select.value = chosen === null ? "" : String(chosen);
  }

  class Controls {
    constructor(content, filter, changed) {
      this.content = content;
      this.filter = filter;
      this.changed = changed;
      byId("issue").addEventListener("change", ({ target }) =>
        this.set({ issue: target.value === "" ? null : Number(target.value) }));
      byId("from").addEventListener("change", ({ target }) => this.set({ from: target.value || null }));
      byId("to").addEventListener("change", ({ target }) => this.set({ to: target.value || null }));
      byId("reset").addEventListener("click", () => {
        filter.hiddenKinds.clear();
        this.set({ issue: null, from: null, to: null });
      });
      byId("backbone-switch").addEventListener("click", () => this.set({ all: !filter.all }, true));
      byId("loners").addEventListener("change", ({ target }) => this.set({ loners: target.checked }, true));
    }

    set(change, place) {
      Object.assign(this.filter, change);
      this.changed(Boolean(place));
    }

    /** Write all that depends on the language or on the filter. */
    write(visible) {
      const { content, filter } = this;
      const months = content.months.map((month) => [month, kgraph.formatDate(month)]);
      fill(byId("issue"),
        [["", kgraph.say("all_issues")], ...content.issues
          .map((issue, number) => [String(number), kgraph.nameOf(issue)])
          .sort((one, other) => one[1].localeCompare(other[1]))],
        filter.issue);
      fill(byId("from"), [["", kgraph.say("beginning")], ...months], filter.from);
      fill(byId("to"), [["", kgraph.say("end")], ...months], filter.to);
      byId("reset").hidden = !kgraph.isFiltered(filter) && filter.hiddenKinds.size === 0;
      byId("nothing").hidden = visible.nodes.size > 0;
      byId("status").textContent = kgraph.say("status", {
        nodes: kgraph.formatCount(visible.nodes.size),
        ties: kgraph.formatCount(visible.edges.size),
        releases: kgraph.formatCount(visible.releases),
      });
      this.writeScope(visible);
      this.writeLegend();
    }

    writeScope(visible) {
      const { content, filter } = this;
      const tied = content.nodes.filter((node) => node.tied);
      const core = tied.filter((node) => node.core !== null).length;
      const loners = content.nodes.length - tied.length;
      byId("backbone").hidden = core === tied.length;
      byId("backbone-note").hidden = filter.all;
      byId("backbone-note").textContent = kgraph.say("hidden_backbone", {
        shown: kgraph.formatCount(Math.min(core, visible.nodes.size)),
        hidden: kgraph.formatCount(tied.length - Math.min(core, visible.nodes.size)),
      });
      byId("backbone-switch").textContent = kgraph.say(filter.all ? "show_core" : "show_all");
      byId("loners-label").hidden = loners === 0;
      byId("loners").checked = filter.loners;
      byId("loners-text").textContent = kgraph.say("loners", { count: kgraph.formatCount(loners) });
    }

    /** Write the kinds that occur, by family; a click hides or shows one. */
    writeLegend() {
      const { content, filter } = this;
      const counts = new Map();
      const counted = (node) => (node.tied ? filter.all || node.core !== null : filter.loners);
      for (const node of content.nodes.filter(counted)) {
        counts.set(node.kind, (counts.get(node.kind) || 0) + 1);
      }
      const families = content.families.map((family) => {
        const kinds = content.kinds.filter((kind) => kind.family === family.number && counts.has(kind.name));
        return kinds.length === 0 ? null : kgraph.make("div", { cls: "family" },
          kgraph.make("h2", { text: kgraph.nameOf(family) }),
          ...kinds.map((kind) => this.makeKind(kind, counts.get(kind.name))));
      });
      const focused = document.activeElement && document.activeElement.dataset.kind;
      byId("kinds").replaceChildren(...families.filter(Boolean));
      if (focused) {
        byId("kinds").querySelector(`[data-kind="${CSS.escape(focused)}"]`).focus();
      }
    }

    makeKind(kind, count) {
      const { filter } = this;
      const button = kgraph.make("button", { cls: "kind", type: "button" },
        kgraph.makeSwatch(this.content, kind.name),
        kgraph.make("span", { text: kgraph.nameOf(kind) }),
        kgraph.make("span", { cls: "count", text: kgraph.formatCount(count) }));
      button.dataset.kind = kind.name;
      button.setAttribute("aria-pressed", String(!filter.hiddenKinds.has(kind.name)));
      button.addEventListener("click", () => {
        if (!filter.hiddenKinds.delete(kind.name)) {
          filter.hiddenKinds.add(kind.name);
        }
        this.changed(false);
      });
      return button;
    }
  }

  Object.assign(kgraph, { Controls });
})((globalThis.kgraph = globalThis.kgraph || {}));
