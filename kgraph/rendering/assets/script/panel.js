"use strict";
// The panel: the sentences behind a node or an edge. All texts are set as text, none as markup.
(function (kgraph) {
  const FIRST = 12;

  function make(tag, { text, cls, ...rest } = {}, ...children) {
    const element = document.createElement(tag);
    if (text !== undefined) {
      element.textContent = text;
    }
    if (cls) {
      element.className = cls;
    }
    for (const [name, value] of Object.entries(rest)) {
      element[name] = value;
    }
    element.append(...children.filter(Boolean));
    return element;
  }

  /** Return a list of items, the first few shown and a button for more. */
  function makeList(items, makeItem, cls) {
    const list = make("ul", { cls });
    const more = make("button", { cls: "more", type: "button" });
    let shown = 0;
    const grow = () => {
      list.append(...items.slice(shown, shown + FIRST).map((item) => make("li", {}, ...[makeItem(item)].flat())));
      shown = Math.min(shown + FIRST, items.length);
      more.hidden = shown >= items.length;
      more.textContent = kgraph.say("more", { count: kgraph.formatCount(Math.min(FIRST, items.length - shown)) });
    };
    more.addEventListener("click", grow);
    grow();
    return make("div", {}, list, more);
  }

  function makeSwatch(content, kind) {
    const found = content.kindOf.get(kind) || content.kindOf.get("other");
    const swatch = make("span", { cls: "swatch" });
    swatch.style.setProperty("--light", found.light);
    swatch.style.setProperty("--dark", found.dark);
    return swatch;
  }

  function sayBasis(basis) {
    const word = kgraph.say(`basis_${basis}`);
    return word === `basis_${basis}` ? basis : word;
  }

  /** Return one release: title with link, date, what kind of working together, and its sentences. */
  function makeRelease(rows) {
    const { release } = rows[0];
    const quotes = [...new Set(rows.map((row) => row.quote).filter(Boolean))];
    const href = kgraph.linkTo(release.url, quotes[0]);
    const title = release.title || kgraph.say("untitled");
    const bases = [...new Set(rows.map((row) => row.basis).filter(Boolean))];
    return [
      make("p", { cls: "release" },
        href
          ? make("a", { text: title, href, target: "_blank", rel: "noopener noreferrer" })
          : make("span", { text: title })),
      make("p", { cls: "facts" },
        make("time", { text: kgraph.formatDate(release.date), dateTime: release.date }),
        ...bases.map((basis) => make("span", { cls: "chip", text: sayBasis(basis) }))),
      ...quotes.map((quote) => make("blockquote", { text: quote })),
    ];
  }

  function makeSection(word, ...children) {
    return make("section", {}, make("h3", { text: kgraph.say(word) }), ...children);
  }

  class Panel {
    constructor(root, content, { select, close }) {
      this.root = root;
      this.content = content;
      this.select = select;
      root.querySelector("#panel-close").addEventListener("click", close);
      this.body = root.querySelector("#panel-body");
    }

    hide() {
      this.root.hidden = true;
      this.body.replaceChildren();
    }

    show(...children) {
      this.body.replaceChildren(...children.filter(Boolean));
      this.root.hidden = false;
      this.body.scrollTop = 0;
    }

    /** Return a button that opens a node or an edge. */
    makeButton(label, target, ...before) {
      const button = make("button", { cls: "open", type: "button" }, ...before, make("span", { text: label }));
      button.addEventListener("click", () => this.select(target));
      return button;
    }

    showEdge(id, filter) {
      const { content } = this;
      const edge = content.edges.find((other) => other.id === id);
      const [a, b] = [content.nodes[edge.from], content.nodes[edge.to]];
      const rows = (content.evidenceOfEdge.get(id) || []).filter((row) => kgraph.matches(row, filter));
      const releases = kgraph.groupByRelease(rows);
      const issues = [...new Set(rows.flatMap((row) => row.issues))]
        .map((number) => kgraph.nameOf(content.issues[number]));
      this.show(
        make("h2", { cls: "pair" },
          this.makeButton(a.name, { node: a.id }, makeSwatch(content, a.kind)),
          this.makeButton(b.name, { node: b.id }, makeSwatch(content, b.kind))),
        make("p", { cls: "facts" },
          make("strong", { text: kgraph.sayReleases(releases.length) }),
          this.makePeriod(rows),
          ...issues.sort().map((issue) => make("span", { cls: "chip", text: issue }))),
        makeList(releases, makeRelease, "evidence"),
        this.makeKept(rows));
    }

    showNode(id, filter, visible) {
      const { content } = this;
      const node = content.nodes[id];
      const kind = content.kindOf.get(node.kind) || content.kindOf.get("other");
      const ties = content.edgesOfNode.get(id)
        .map((edge) => {
          const rows = (content.evidenceOfEdge.get(edge.id) || []).filter((row) => kgraph.matches(row, filter));
          const partner = content.nodes[edge.from === id ? edge.to : edge.from];
          return { edge, partner, releases: new Set(rows.map((row) => row.release.number)).size };
        })
        .filter(({ releases }) => releases > 0)
        .sort((one, other) => other.releases - one.releases || one.partner.name.localeCompare(other.partner.name));
      const posts = content.postsOfNode.get(id) || [];
      const mentions = kgraph.groupByRelease(content.mentionsOfNode.get(id) || []);
      this.show(
        make("h2", { text: node.name }),
        make("p", { cls: "facts" },
          makeSwatch(content, node.kind),
          make("span", { text: kgraph.nameOf(kind) }),
          node.region ? make("span", { text: `${kgraph.say("region")}: ${node.region}` }) : null,
          visible.get(id) > 0 ? make("strong", { text: kgraph.sayReleases(visible.get(id)) }) : null),
        makeSection("partners", ties.length > 0
          ? makeList(ties, ({ edge, partner, releases }) => [
            this.makeButton(partner.name, { edge: edge.id }, makeSwatch(content, partner.kind)),
            make("span", { cls: "count", text: kgraph.sayReleases(releases) }),
          ], "partners")
          : make("p", { text: kgraph.say(node.tied ? "nothing" : "partners_none") })),
        posts.length > 0
          ? makeSection("posts", makeList(posts, ({ person, post, date, quote }) => [
            make("strong", { text: person }),
            make("span", { text: post }),
            make("time", { text: kgraph.formatDate(date), dateTime: date }),
            quote ? make("blockquote", { text: quote }) : null,
          ].filter(Boolean), "posts"))
          : null,
        mentions.length > 0
          ? makeSection("mentions", makeList(mentions, makeRelease, "evidence"), this.makeMentionsKept(node))
          : null);
    }

    makePeriod(rows) {
      const dates = rows.map((row) => row.release.date).filter(Boolean).sort();
      if (dates.length === 0) {
        return null;
      }
      const [first, last] = [dates[0], dates[dates.length - 1]].map(kgraph.formatDate);
      return make("span", { text: first === last ? first : `${first} – ${last}` });
    }

    makeKept(rows) {
      const kept = rows.filter((row) => row.quote !== null).length;
      return this.makeCut(kept, rows.length);
    }

    makeMentionsKept(node) {
      return this.makeCut((this.content.mentionsOfNode.get(node.id) || []).length, node.mentions);
    }

    makeCut(kept, total) {
      const parts = { kept: kgraph.formatCount(kept), total: kgraph.formatCount(total) };
      return kept < total ? make("p", { cls: "cut", text: kgraph.say("of_kept", parts) }) : null;
    }
  }

  Object.assign(kgraph, { Panel, make, makeSwatch });
})((globalThis.kgraph = globalThis.kgraph || {}));
