"use strict";
// The page comes to life: content in, drawing, panel, search and controls tied together.
(function (kgraph) {
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);

  function start() {
    const content = kgraph.indexContent({ ...read("content"), nodes: read("nodes"), edges: read("edges") });
    kgraph.useWords(content.words);
    const filter = { issue: null, from: null, to: null, hiddenKinds: new Set(), all: false, loners: false };
    filter.loners = content.edges.length === 0;
    const drawing = new kgraph.Drawing(byId("network"), content, read("options"));
    const panel = new kgraph.Panel(byId("panel"), content, { select, close: () => select(null) });
    const controls = new kgraph.Controls(content, filter, changed);
    let visible = null;
    let selected = null;

    function changed(place) {
      visible = kgraph.findVisible(content, filter);
      drawing.focus = findFocus();
      drawing.show(visible, { all: filter.all, place });
      write();
    }

    function write() {
      kgraph.translate(document);
      controls.write(visible);
      if (selected && "edge" in selected) {
        panel.showEdge(selected.edge, filter);
      } else if (selected) {
        panel.showNode(selected.node, filter, visible.nodes);
      } else {
        panel.hide();
      }
    }

    /** Return what is lit while something is selected: it, its partners and the ties between. */
    function findFocus() {
      if (selected === null) {
        return null;
      }
      if ("edge" in selected) {
        const edge = content.edges[selected.edge];
        const ends = new Set([edge.from, edge.to]);
        return { nodes: ends, edges: new Set([edge.id]), main: ends, mainEdge: edge.id };
      }
      const ties = content.edgesOfNode.get(selected.node).filter((edge) => visible.edges.has(edge.id));
      return {
        nodes: new Set([selected.node, ...ties.flatMap((edge) => [edge.from, edge.to])]),
        edges: new Set(ties.map((edge) => edge.id)),
        main: new Set([selected.node]),
        mainEdge: null,
      };
    }

    /** Make visible what is selected although backbone, kinds or lack of partners hide it. */
    function uncover(target) {
      const ends = "edge" in target ? [content.edges[target.edge].from, content.edges[target.edge].to] : [target.node];
      const nodes = ends.map((id) => content.nodes[id]);
      const before = JSON.stringify([filter.all, filter.loners, filter.hiddenKinds.size]);
      nodes.forEach((node) => filter.hiddenKinds.delete(node.kind));
      filter.all = filter.all || nodes.some((node) => node.tied && node.core === null);
      filter.loners = filter.loners || nodes.some((node) => !node.tied);
      if (before !== JSON.stringify([filter.all, filter.loners, filter.hiddenKinds.size])) {
        changed(true);
      }
    }

    function select(target) {
      selected = target;
      if (target) {
        uncover(target);
      }
      write();
      drawing.setFocus(findFocus(), coveredByPanel());
    }

    function coveredByPanel() {
      const stage = byId("network").getBoundingClientRect();
      const box = byId("panel").getBoundingClientRect();
      if (byId("panel").hidden) {
        return { right: 0, bottom: 0 };
      }
      return box.width < stage.width * 0.8
        ? { right: Math.max(stage.right - box.left, 0), bottom: 0 }
        : { right: 0, bottom: Math.max(stage.bottom - box.top, 0) };
    }

    drawing.network.on("click", ({ nodes, edges, pointer }) => {
      const label = nodes.length === 0 ? drawing.names.findAt(pointer.DOM) : null;
      if (nodes.length > 0) {
        select({ node: nodes[0] });
      } else if (label !== null) {
        select({ node: label });
      } else {
        select(edges.length > 0 ? { edge: edges[0] } : null);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && selected && !event.defaultPrevented) {
        select(null);
      }
    });
    byId("language").addEventListener("click", () => {
      kgraph.switchLanguage();
      write();
    });
    byId("zoom-in").addEventListener("click", () => drawing.zoom(1.4));
    byId("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.4));
    byId("zoom-fit").addEventListener("click", () => drawing.fit());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.recolour());
    const narrow = matchMedia("(max-width: 760px)");
    const fold = () => document.querySelectorAll("details").forEach((part) => (part.open = !narrow.matches));
    narrow.addEventListener("change", fold);
    fold();
    new kgraph.Search(byId("search"), byId("suggestions"), content, select);

    let size = "";
    new ResizeObserver(() => {
      const { clientWidth, clientHeight } = byId("network");
      const now = `${clientWidth} ${clientHeight}`;
      if (now !== size && clientWidth > 0 && clientHeight > 0) {
        size = now;
        drawing.network.setSize("100%", "100%");
        changed(true);
      }
    }).observe(byId("network"));
    changed(true);
    kgraph.page = { content, filter, drawing, select };
  }

  kgraph.start = start;
})((globalThis.kgraph = globalThis.kgraph || {}));

if (typeof document !== "undefined") {
  kgraph.start();
}
