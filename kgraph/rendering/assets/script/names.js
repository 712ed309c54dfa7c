"use strict";
// The names beside the dots: as many as have room, in letters that stay as large as they are.
(function (kgraph) {
  const FONT = 12.5;
  const LINE = 14;
  /** Releases and partners from which one of the strongest institutions may have its name over other dots. */
  const STRONG = 8;

  class Names {
    constructor(drawing) {
      this.drawing = drawing;
      this.labels = [];
      this.scale = 0;
      this.partners = new Map();
      this.pen = document.createElement("canvas").getContext("2d");
    }

    /** Choose anew at the next painting. */
    forget() {
      this.scale = 0;
    }

    /** Return the part of the drawing that is seen, in pixels from its origin. */
    findView(scale) {
      const { container, network, covered } = this.drawing;
      const corner = network.DOMtoCanvas({ x: 2, y: 2 });
      const left = corner.x * scale;
      const top = corner.y * scale;
      return {
        left,
        top,
        right: left + container.clientWidth - 4 - covered.right,
        bottom: top + container.clientHeight - 4 - covered.bottom,
      };
    }

    /** Say whether a node's name must be seen: it is pointed at, or chosen. */
    isForced(id) {
      const { focus, hovered } = this.drawing;
      return id === hovered || (focus !== null && focus.main.has(id));
    }

    isWanted(id) {
      const { focus, visible } = this.drawing;
      return visible.nodes.has(id) && (focus === null || focus.nodes.has(id) || this.isForced(id));
    }

    makeCandidate(node, scale) {
      const { at, visible } = this.drawing;
      const forced = this.isForced(node.id);
      const width = this.drawing.isNarrow() ? 15 : 18;
      const lines = forced ? kgraph.wrapLabel(node.name, 26, 5) : kgraph.wrapLabel(node.short, width, 2);
      this.pen.font = this.fontOf(forced);
      return {
        id: node.id,
        forced,
        lines,
        x: at.get(node.id).x * scale,
        y: at.get(node.id).y * scale,
        radius: this.drawing.radiusOf(node.id) * scale,
        width: Math.max(...lines.map((line) => this.pen.measureText(line).width)) + 4,
        height: lines.length * LINE,
        rank: forced ? Infinity : visible.nodes.get(node.id) + this.partners.get(node.id),
      };
    }

    countPartners() {
      const { content, visible } = this.drawing;
      this.partners = new Map(content.nodes.map((node) => [node.id, 0]));
      for (const { from, to } of content.edges.filter((edge) => visible.edges.has(edge.id))) {
        [from, to].forEach((id) => this.partners.set(id, this.partners.get(id) + 1));
      }
    }

    choose(scale) {
      this.countPartners();
      const candidates = this.drawing.content.nodes
        .filter((node) => this.isWanted(node.id))
        .map((node) => this.makeCandidate(node, scale));
      candidates.sort((a, b) => (a.rank === b.rank ? a.id - b.id : b.rank - a.rank));
      const strongest = candidates.slice(0, Math.max(4, Math.round(candidates.length / 12)));
      for (const candidate of strongest) {
        candidate.strong = candidate.rank >= STRONG;
      }
      this.labels = kgraph.chooseLabels(candidates, this.findView(scale));
      this.scale = scale;
    }

    fontOf(forced) {
      const size = this.drawing.isNarrow() ? FONT - 1.5 : FONT;
      return `${forced ? "600 " : ""}${size}px system-ui, sans-serif`;
    }

    paint(context) {
      const { colours, network } = this.drawing;
      const scale = network.getScale();
      if (Math.abs(this.scale / scale - 1) > 0.001) {
        this.choose(scale);
      }
      context.save();
      context.scale(1 / scale, 1 / scale);
      context.textAlign = "center";
      context.textBaseline = "top";
      context.lineJoin = "round";
      context.lineWidth = 3.5;
      context.strokeStyle = colours.ground;
      context.fillStyle = colours.text;
      for (const label of [...this.labels].reverse()) {
        context.font = this.fontOf(label.forced);
        label.lines.forEach((line, number) => {
          const x = label.left + label.width / 2;
          const y = label.top + number * LINE + 1;
          context.strokeText(line, x, y);
          context.fillText(line, x, y);
        });
      }
      context.restore();
    }

    /** Return the node whose name is at a place of the window, or null. */
    findAt({ x, y }) {
      const spot = this.drawing.network.DOMtoCanvas({ x, y });
      const [across, down] = [spot.x * this.scale, spot.y * this.scale];
      const found = this.labels.find(({ left, top, width, height }) =>
        across >= left && across <= left + width && down >= top && down <= top + height);
      return found ? found.id : null;
    }
  }

  Object.assign(kgraph, { Names });
})((globalThis.kgraph = globalThis.kgraph || {}));
