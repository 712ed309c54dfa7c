"use strict";
// The page's content: nodes and edges, and the sentences behind each of them.
(function (kgraph) {
  function group(rows, key) {
    const groups = new Map();
    for (const row of rows) {
      const name = key(row);
      if (!groups.has(name)) {
        groups.set(name, []);
      }
      groups.get(name).push(row);
    }
    return groups;
  }

  /** Return the content with an index from each node and edge to what is known of it. */
  function indexContent(content) {
    const release = (number) => {
      const [title, url, date] = content.releases[number];
      return { number, title, url, date };
    };
    const text = (number) => (number < 0 ? null : content.texts[number]);
    const evidence = content.evidence.map(([edge, number, basis, issues, quote]) => ({
      edge, release: release(number), basis, issues, quote: text(quote),
    }));
    const mentions = content.mentions.map(([node, number, quote]) => ({
      node, release: release(number), quote: text(quote),
    }));
    const posts = content.posts.map(([node, person, post, date, quote]) => ({
      node, person, post, date, quote: text(quote),
    }));
    const edgesOfNode = new Map(content.nodes.map((node) => [node.id, []]));
    for (const edge of content.edges) {
      edgesOfNode.get(edge.from).push(edge);
      edgesOfNode.get(edge.to).push(edge);
    }
    return {
      ...content,
      evidence,
      edgesOfNode,
      evidenceOfEdge: group(evidence, (row) => row.edge),
      mentionsOfNode: group(mentions, (row) => row.node),
      postsOfNode: group(posts, (row) => row.node),
      kindOf: new Map(content.kinds.map((kind) => [kind.name, kind])),
      months: listMonths(evidence),
    };
  }

  /** Return the months of which there is evidence, in order, as "2026-02". */
  function listMonths(evidence) {
    return [...new Set(evidence.map((row) => row.release.date.slice(0, 7)).filter(Boolean))].sort();
  }

  /** Return one group for each release, the latest first, undated ones last. */
  function groupByRelease(rows) {
    const groups = [...group(rows, (row) => row.release.number).values()];
    const date = (rowsOfOne) => rowsOfOne[0].release.date;
    return groups.sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0));
  }

  Object.assign(kgraph, { indexContent, groupByRelease });
})((globalThis.kgraph = globalThis.kgraph || {}));
