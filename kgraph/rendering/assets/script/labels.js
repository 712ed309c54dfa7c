"use strict";
// Labels that do not cover each other: which are drawn, on how many lines, and where.
(function (kgraph) {
  /**
   * Return a text as at most so many lines of about so many characters.
   *
   * What does not fit is left out of the middle: the end of a body's name tells its region.
   */
  function wrapLabel(text, width, most) {
    const words = text.split(/\s+/).filter(Boolean).map((word) =>
      word.length > width + 6 ? `${word.slice(0, width + 4)}…` : word);
    for (let wider = 0; wider <= 3; wider += 1) {
      const whole = fillLines(words, width + wider);
      if (whole.length <= most) {
        return whole;
      }
    }
    const lines = fillLines(words, width);
    const kept = lines.slice(0, Math.max(most - 1, 1));
    kept[kept.length - 1] += " …";
    return most < 2 ? kept : [...kept, fillLastLine(words.slice(kept.join(" ").split(" ").length - 1), width)];
  }

  function fillLines(words, width) {
    const lines = [];
    for (const word of words) {
      const last = lines.length - 1;
      if (last >= 0 && `${lines[last]} ${word}`.length <= width) {
        lines[last] += ` ${word}`;
      } else {
        lines.push(word);
      }
    }
    return lines;
  }

  /** Return the last words, as many as a line holds, at least one. */
  function fillLastLine(words, width) {
    let line = words[words.length - 1];
    for (const word of words.slice(0, -1).reverse()) {
      if (`${word} ${line}`.length > width) {
        break;
      }
      line = `${word} ${line}`;
    }
    return line;
  }

  function meets(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  /** A set of boxes that knows quickly whether a new one meets any. */
  class Boxes {
    constructor(cell) {
      this.cell = cell;
      this.cells = new Map();
    }

    keys(box) {
      const keys = [];
      for (let x = Math.floor(box.left / this.cell); x <= Math.floor(box.right / this.cell); x += 1) {
        for (let y = Math.floor(box.top / this.cell); y <= Math.floor(box.bottom / this.cell); y += 1) {
          keys.push(`${x} ${y}`);
        }
      }
      return keys;
    }

    add(box) {
      for (const key of this.keys(box)) {
        if (!this.cells.has(key)) {
          this.cells.set(key, []);
        }
        this.cells.get(key).push(box);
      }
    }

    count(box, owner) {
      const met = new Set();
      for (const key of this.keys(box)) {
        const near = this.cells.get(key) || [];
        near.filter((other) => other.owner !== owner && meets(box, other)).forEach((other) => met.add(other));
      }
      return met.size;
    }

    meetsAny(box, owner) {
      return this.keys(box).some((key) =>
        (this.cells.get(key) || []).some((other) => other.owner !== owner && meets(box, other)),
      );
    }
  }

  /** Return the box that covers the fewest dots. */
  function leastCovering(boxes, dots, id) {
    const counts = boxes.map((box) => dots.count(box, id));
    return boxes[counts.indexOf(Math.min(...counts))];
  }

  /**
   * Return the labels to draw, each with its place, in the units of the candidates.
   *
   * Candidates come most important first, each with the middle and radius of its dot and the size of its
   * label. A label goes below, above or beside its dot or at its corners, where it meets neither another label
   * nor another dot, nor is cut by the edge of the window; if there is no such place it is not drawn. One that
   * is `strong` may cover dots, one that is `forced` is drawn in any case.
   */
  function chooseLabels(candidates, view) {
    const dots = new Boxes(60);
    const taken = new Boxes(60);
    for (const { id, x, y, radius } of candidates) {
      dots.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, owner: id });
    }
    const chosen = [];
    for (const candidate of candidates) {
      const { id, x, y, radius, width, height } = candidate;
      const gap = radius + 3;
      const places = [
        [x - width / 2, y + gap],
        [x - width / 2, y - gap - height],
        [x + gap, y - height / 2],
        [x - gap - width, y - height / 2],
        [x + radius * 0.7, y + radius * 0.8],
        [x - radius * 0.7 - width, y + radius * 0.8],
        [x + radius * 0.7, y - radius * 0.8 - height],
        [x - radius * 0.7 - width, y - radius * 0.8 - height],
      ];
      const boxes = places.map(([left, top]) => ({ left, top, right: left + width, bottom: top + height, owner: id }));
      const seen = x > view.left && x < view.right && y > view.top && y < view.bottom;
      const fits = (box) => !seen ||
        (box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom);
      const alone = (box) => fits(box) && !taken.meetsAny(box, id);
      const box =
        boxes.find((other) => alone(other) && !dots.meetsAny(other, id)) ||
        (candidate.strong ? boxes.find(alone) : null) ||
        (candidate.forced ? leastCovering(boxes.some(fits) ? boxes.filter(fits) : boxes, dots, id) : null);
      if (box) {
        taken.add(box);
        chosen.push({ ...candidate, left: box.left, top: box.top });
      }
    }
    return chosen;
  }

  Object.assign(kgraph, { wrapLabel, chooseLabels });
})((globalThis.kgraph = globalThis.kgraph || {}));
