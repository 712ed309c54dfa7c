"use strict";
// The drawing: vis-network shows dots and lines where we say, in the strength and colour we say.
(function (kgraph) {
  const NARROW = 500;
  /** What is kept free around the dots, for labels and for the buttons below. */
  const MARGIN = { side: 58, narrowSide: 36, top: 30, bottom: 62 };

  /** Return the colours of the page as its style sheet has them now. */
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    return {
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      ground: colour("--ground"),
      text: colour("--text"),
      line: colour("--line-of-tie"),
      accent: colour("--accent"),
    };
  }

  class Drawing {
    constructor(container, content, options) {
      this.container = container;
      this.content = content;
      this.colours = readColours();
      this.visible = { nodes: new Map(), edges: new Map() };
      this.growth = { node: 1, edge: 1 };
      this.focus = null;
      this.hovered = null;
      this.covered = { right: 0, bottom: 0 };
      // The view that a selection moved away from, as long as the user leaves it alone.
      this.left = null;
      this.at = new Map();
      this.names = new kgraph.Names(this);
      this.nodes = new vis.DataSet(content.nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, hidden: true })));
      this.edges = new vis.DataSet(
        content.edges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, hidden: true })),
      );
      this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, options);
      this.network.on("afterDrawing", (context) => this.names.paint(context));
      this.network.on("hoverNode", ({ node }) => this.hover(node));
      this.network.on("blurNode", () => this.hover(null));
      this.network.on("dragEnd", () => this.rearrange());
      this.network.on("dragStart", () => (this.left = null));
      this.network.on("zoom", () => (this.left = null));
      this.network.on("animationFinished", () => this.rearrange());
    }

    /** Show these nodes and edges; `place` also puts them where the window has room for them. */
    show(visible, { all, place }) {
      this.visible = visible;
      // By the square root, so that areas compare; less steeply where one would become too large.
      const most = (counts) => Math.sqrt(Math.max(1, ...counts.values()));
      this.growth = {
        node: Math.min(2.3, 17 / most(visible.nodes)),
        edge: Math.min(1.15, 8 / most(visible.edges)),
      };
      if (place) {
        this.place(all);
      }
      this.restyle();
      if (!place) {
        this.fit();
      }
    }

    /** Put the nodes so that the shown ones fill the window, on a tall one with x and y exchanged. */
    place(all) {
      this.left = null;
      const { clientWidth, clientHeight } = this.container;
      const tall = clientHeight > clientWidth * 1.1;
      const raw = new Map();
      for (const node of this.content.nodes) {
        const [wide, high] = all || node.core === null ? [[node.x, node.y], node.tall] : node.core;
        raw.set(node.id, tall ? high : wide);
      }
      const shown = [...this.visible.nodes.keys()].map((id) => raw.get(id));
      const box = boxOf(shown.map(([x, y]) => ({ x, y })));
      const free = this.roomInside();
      const across = free.width / box.width;
      const down = free.height / box.height;
      const least = Math.min(across, down, 1.7);
      const stretch = [Math.min(across, least * 1.6, 1.7), Math.min(down, least * 1.6, 1.7)];
      for (const [id, [x, y]] of raw) {
        this.at.set(id, { x: (x - box.middle.x) * stretch[0], y: (y - box.middle.y) * stretch[1] });
      }
      const room = Math.sqrt((clientWidth * clientHeight) / Math.max(shown.length, 1));
      this.size = Math.min(Math.max(room / 88, 0.42), 1.15);
      this.network.moveTo({ position: { x: 0, y: 0 }, scale: 1, offset: free.offset });
    }

    isNarrow() {
      return this.container.clientWidth < NARROW;
    }

    /** Return the size of the window without its margins, and how far their middles are apart. */
    roomInside() {
      const { clientWidth, clientHeight } = this.container;
      const side = this.isNarrow() ? MARGIN.narrowSide : MARGIN.side;
      return {
        width: Math.max(clientWidth - 2 * side, 60),
        height: Math.max(clientHeight - MARGIN.top - MARGIN.bottom, 60),
        offset: { x: 0, y: (MARGIN.top - MARGIN.bottom) / 2 },
      };
    }

    radiusOf(id) {
      return (4.2 + this.growth.node * Math.sqrt(this.visible.nodes.get(id) || 0)) * this.size;
    }

    /** Give every node and edge its place, size, colour and strength. */
    restyle() {
      const near = this.focus;
      const dark = this.colours.dark ? "dark" : "light";
      this.nodes.update(
        this.content.nodes.map(({ id, kind }) => {
          const lit = !near || near.nodes.has(id);
          const colour = (this.content.kindOf.get(kind) || this.content.kindOf.get("other"))[dark];
          return {
            id,
            ...this.at.get(id),
            hidden: !this.visible.nodes.has(id),
            size: this.radiusOf(id),
            opacity: lit ? 1 : 0.16,
            borderWidth: near && near.main.has(id) ? 3 : 1,
            color: { background: colour, border: near && near.main.has(id) ? this.colours.text : this.colours.ground },
          };
        }),
      );
      // The more lines there are, the paler each, else they hide the dots.
      const pale = Math.min(Math.max(0.62 * Math.sqrt(400 / Math.max(this.visible.edges.size, 1)), 0.28), 0.62);
      this.edges.update(
        this.content.edges.map(({ id }) => {
          const lit = !near || near.edges.has(id);
          const main = near && near.mainEdge === id;
          const releases = this.visible.edges.get(id) || 0;
          return {
            id,
            hidden: !this.visible.edges.has(id),
            width: (0.6 + this.growth.edge * Math.sqrt(releases)) * Math.max(this.size, 0.6) + (main ? 1.5 : 0),
            color: {
              color: main || (near && lit) ? this.colours.accent : this.colours.line,
              opacity: lit ? (near ? 0.9 : pale) : 0.1,
              inherit: false,
            },
          };
        }),
      );
      this.rearrange();
    }

    rearrange() {
      this.names.forget();
      this.network.redraw();
    }

    /** Light up what is near a node or an edge, or all with null; move there if it is out of sight. */
    setFocus(focus, covered) {
      this.focus = focus;
      this.covered = covered;
      this.restyle();
      if (focus) {
        this.bringIntoSight([...focus.nodes], [...focus.main]);
      } else if (this.left) {
        this.move(this.left);
        this.left = null;
      }
    }

    /** Move so that the nodes lie in the part of the window that is free, or the main ones, if all are too far. */
    bringIntoSight(ids, main) {
      const { clientWidth, clientHeight } = this.container;
      const free = { width: clientWidth - this.covered.right, height: clientHeight - this.covered.bottom };
      const points = ids.map((id) => this.at.get(id));
      const inSight = points.every((point) => {
        const spot = this.network.canvasToDOM(point);
        return spot.x > 40 && spot.x < free.width - 40 && spot.y > 24 && spot.y < free.height - 36;
      });
      if (inSight) {
        return;
      }
      this.left = this.left || { position: this.network.getViewPosition(), scale: this.network.getScale() };
      const now = Math.max(this.network.getScale(), 1);
      const roomFor = (box) => Math.min((free.width - 110) / box.width, (free.height - 80) / box.height);
      let box = boxOf(points);
      if (roomFor(box) < 0.6) {
        box = boxOf(main.map((id) => this.at.get(id)));
      }
      this.move({
        position: box.middle,
        scale: Math.max(Math.min(now, roomFor(box)), 0.3),
        offset: { x: -this.covered.right / 2, y: -this.covered.bottom / 2 },
      });
    }

    /** Move so that all that is shown lies in the window. */
    fit() {
      this.left = null;
      const points = [...this.visible.nodes.keys()].map((id) => this.at.get(id));
      if (points.length === 0) {
        return;
      }
      const free = this.roomInside();
      const box = boxOf(points);
      const scale = Math.min(free.width / box.width, free.height / box.height, 1.8);
      this.move({
        position: box.middle,
        scale: Math.max(scale, 0.05),
        offset: free.offset,
      });
    }

    /** Move the view, gently unless the reader wants no motion. */
    move(view) {
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.network.moveTo({ ...view, animation: still ? false : { duration: 300, easingFunction: "easeInOutQuad" } });
      if (still) {
        this.rearrange();
      }
    }

    zoom(factor) {
      this.left = null;
      const scale = Math.min(Math.max(this.network.getScale() * factor, 0.05), 8);
      this.move({ scale });
    }

    recolour() {
      this.colours = readColours();
      this.restyle();
    }

    hover(id) {
      this.hovered = id;
      this.container.classList.toggle("over", id !== null);
      this.rearrange();
    }

    /** Return where the middle of a node or an edge is in the window. */
    spotOf({ node, edge }) {
      const box = this.container.getBoundingClientRect();
      const ends = this.content.edges.find(({ id }) => id === edge);
      const points = (ends ? [ends.from, ends.to] : [node]).map((id) => this.network.canvasToDOM(this.at.get(id)));
      const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
      return { x: box.left + mean("x"), y: box.top + mean("y") };
    }
  }

  /** Return the middle and the size of the box around some points, at least one unit each way. */
  function boxOf(points) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of points) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    return points.length === 0
      ? { middle: { x: 0, y: 0 }, width: 1, height: 1 }
      : {
        middle: { x: (left + right) / 2, y: (top + bottom) / 2 },
        width: Math.max(right - left, 1),
        height: Math.max(bottom - top, 1),
      };
  }

  Object.assign(kgraph, { Drawing });
})((globalThis.kgraph = globalThis.kgraph || {}));
