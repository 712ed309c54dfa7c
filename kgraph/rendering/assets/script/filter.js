"use strict";
// Which nodes and edges are seen, and how strong they are, under a filter.
(function (kgraph) {
  /** Say whether a row of evidence is of the issue and of the months asked for. */
  function matches(row, filter) {
    const month = row.release.date.slice(0, 7);
    return (
      (filter.issue === null || row.issues.includes(filter.issue)) &&
      (filter.from === null || month >= filter.from) &&
      (filter.to === null || (month !== "" && month <= filter.to))
    );
  }

  /** Return the numbers of different releases behind each edge and each node, and behind them all. */
  function countReleases(content, filter) {
    const ofEdge = new Map();
    const ofNode = new Map();
    const ends = new Map(content.edges.map((edge) => [edge.id, edge]));
    const add = (map, key, release) => {
      if (!map.has(key)) {
        map.set(key, new Set());
      }
      map.get(key).add(release);
    };
    for (const row of content.evidence) {
      if (matches(row, filter)) {
        const edge = ends.get(row.edge);
        add(ofEdge, edge.id, row.release.number);
        add(ofNode, edge.from, row.release.number);
        add(ofNode, edge.to, row.release.number);
      }
    }
    return { ofEdge, ofNode };
  }

  function isFiltered(filter) {
    return filter.issue !== null || filter.from !== null || filter.to !== null;
  }

  /**
   * Return what is seen: the nodes and edges, each with its number of releases.
   *
   * An edge is seen if evidence is left for it, both ends are of a kind that is shown and, unless all is
   * asked for, both belong to the backbone. A node is seen with one of its edges; one that never had any,
   * if such nodes are asked for.
   */
  function findVisible(content, filter) {
    const { ofEdge, ofNode } = countReleases(content, filter);
    const shown = new Set(content.nodes.filter((node) => isShown(node, filter)).map((node) => node.id));
    const edges = new Map();
    const nodes = new Map();
    const releases = new Set();
    for (const edge of content.edges) {
      const found = ofEdge.get(edge.id);
      if (found && shown.has(edge.from) && shown.has(edge.to)) {
        edges.set(edge.id, found.size);
        [edge.from, edge.to].forEach((id) => nodes.set(id, ofNode.get(id).size));
        found.forEach((release) => releases.add(release));
      }
    }
    if (filter.loners && !isFiltered(filter)) {
      const loners = content.nodes.filter((node) => !node.tied && shown.has(node.id));
      loners.forEach((node) => nodes.set(node.id, 0));
    }
    return { nodes, edges, releases: releases.size };
  }

  function isShown(node, filter) {
    return !filter.hiddenKinds.has(node.kind) && (filter.all || node.core !== null || !node.tied);
  }

  Object.assign(kgraph, { matches, findVisible, isFiltered });
})((globalThis.kgraph = globalThis.kgraph || {}));
